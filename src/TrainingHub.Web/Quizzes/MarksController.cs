using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Written answers, marked by a person who does not see whose they are.</summary>
[Route("quizzes/{slug}/marks")]
public sealed class MarksController(MarksQuery marks, MarkAnswer mark, GradeOverdueAttempts overdue, DayClock clock, IStringLocalizer<QuizzesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Index(string slug, MarksFilter filter, CancellationToken cancel)
    {
        // What has run out is handed in, so that it can be marked.
        await overdue.RunAsync(cancel);
        return await marks.RunAsync(slug, filter, cancel) is { } page ? View(page) : NotFound();
    }

    /// <summary>Every line of the filter, without names and answers, as the page shows them.</summary>
    [HttpGet("/quizzes/{slug}/marks.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(string slug, MarksFilter filter, CancellationToken cancel)
    {
        if (await marks.ExportAsync(slug, filter, cancel) is not { } lines)
        {
            return NotFound();
        }

        string[] header = [text["Mark_Code"], text["Receipt_Item"], text["List_State"], text["Mark_GivenPoints"], text["List_Points"], text["List_FullPoints"]];
        this.StartCsv($"marks-{slug}-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, lines.Select(IReadOnlyList<Cell> (line) =>
        [
            Cell.Of(line.Code), Cell.Of(line.Stem), Cell.Of(text[TurnOf(line)]), Cell.Of(string.Join(text["Mark_And"], line.Given)), line.Points is { } points ? Cell.Of(points) : Cell.Blank, Cell.Of(line.FullPoints),
        ]), cancel);
        return new EmptyResult();
    }

    /// <summary>The text that says whose turn a line is.</summary>
    internal static string TurnOf(MarksPage.Line line) => line switch
    {
        { Turn: MarkTurn.Yours, Number: > 1 } => $"Mark_Turn_Yours_{line.Number}",
        { Turn: MarkTurn.Given, Given.Count: > 0 } => "Mark_Turn_Given_First",
        _ => $"Mark_Turn_{line.Turn}",
    };

    [HttpGet("{attempt:guid}/{item:int}"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Show(string slug, Guid attempt, int item, CancellationToken cancel) =>
        await marks.FindAsync(slug, attempt, item, null, cancel) is { } page ? View(page) : NotFound();

    /// <param name="slug">The quiz.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="item">From 1.</param>
    /// <param name="input">What is given.</param>
    /// <param name="then"><c>next</c> goes on to the next answer.</param>
    /// <param name="cancel">Ends it.</param>
    [HttpPost("{attempt:guid}/{item:int}"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string slug, Guid attempt, int item, MarkInput input, string? then, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(slug, attempt, item, input, cancel);
        }

        switch (await mark.RunAsync(slug, attempt, item, input, cancel))
        {
            case MarkOutcome.Marked:
                return Redirect((string.Equals(then, "next", StringComparison.Ordinal) ? await marks.NextAsync(slug, cancel) : null) ?? $"/quizzes/{slug}/marks");
            case MarkOutcome.Overtaken:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", text["Mark_Overtaken"]);
                return await marks.RunAsync(slug, new MarksFilter(), cancel) is { } page ? View("MarksIndex", page) : NotFound();
            case MarkOutcome.Missing:
                return NotFound();
            case MarkOutcome.Unreadable:
                ModelState.AddModelError("", text["Mark_Unreadable"]);
                return await AgainAsync(slug, attempt, item, input, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(string slug, Guid attempt, int item, MarkInput input, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await marks.FindAsync(slug, attempt, item, input, cancel) is { } page ? View("MarksShow", page) : NotFound();
    }
}

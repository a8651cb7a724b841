using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Everybody's attempts at a quiz, for whoever runs it.</summary>
[Route("quizzes/{slug}")]
public sealed class AttemptListController(AttemptListQuery list, GradeOverdueAttempts overdue, DayClock clock, IStringLocalizer<QuizzesText> text) : Controller
{
    [HttpGet("attempts"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Index(string slug, AttemptsFilter filter, CancellationToken cancel)
    {
        // What has run out is not shown as going on.
        await overdue.RunAsync(cancel);
        return await list.RunAsync(slug, filter, cancel) is { } page ? View(page) : NotFound();
    }

    [HttpGet("attempts.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(string slug, AttemptsFilter filter, CancellationToken cancel)
    {
        if (await list.ExportAsync(slug, filter, cancel) is not { } rows)
        {
            return NotFound();
        }

        string[] header =
        [
            text["List_Person"], text["List_StaffNumber"], text["List_Unit"], text["List_Number"], text["List_State"], text["List_Started"], text["List_Deadline"], text["List_Submitted"],
            text["List_Points"], text["List_FullPoints"], text["List_AddedMinutes"], text["List_Successor"],
        ];
        this.StartCsv($"attempts-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.PersonName ?? text["List_Anonymized"]), Cell.Of(row.StaffNumber), Cell.Of(row.UnitName), Cell.Of(row.Number), Cell.Of(text[$"List_State_{row.State}"]),
            Cell.Of(At(row.StartedAt)), Cell.Of(At(row.Deadline)), row.SubmittedAt is { } submitted ? Cell.Of(At(submitted)) : Cell.Blank,
            row.Points is { } points ? Cell.Of(points) : Cell.Blank, Cell.Of(row.FullPoints), Cell.Of(row.AddedMinutes), Cell.Of(text[row.HasSuccessor ? "Yes" : "No"]),
        ]), cancel);
        return new EmptyResult();
    }

    private string At(DateTime instant) => $"{clock.InZone(instant):yyyy-MM-dd HH:mm:ss}";
}

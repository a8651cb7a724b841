using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Corrections of keys: from the question over the preview to the application.</summary>
[Route("quizzes/{slug}")]
public sealed class RegradesController(
    RegradeQuery regrades, RegradeLinesQuery lines, BeginRegrade begin, IStringLocalizer<RegradesText> text) : Controller
{
    [HttpGet("regrades"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Index(string slug, string? q, int page, CancellationToken cancel) =>
        await regrades.ListAsync(slug, q is { Length: > 60 } ? q[..60] : q, page, cancel) is { } found ? View(found) : NotFound();

    [HttpGet("regrades/new"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(string slug, string? question, int? undo, CancellationToken cancel) =>
        await regrades.FormAsync(slug, new RegradeInput { Question = question ?? "", Undo = undo }, cancel) is { } form
            ? View(form with { Input = RegradeInput.Of(form.Question) with { Undo = undo } })
            : NotFound();

    [HttpPost("regrades"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string slug, RegradeInput input, CancellationToken cancel)
    {
        if (await regrades.FormAsync(slug, input, cancel) is not { } form)
        {
            return NotFound();
        }

        var correction = input.Undo is null ? input.For(form.Question.Prompt) : form.Former?.Correction;
        if (input.Undo is null && correction?.FindFault(form.Question.Prompt) is { } fault)
        {
            ModelState.AddModelError("", text[$"Fault_{fault}"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("RegradesNew", form);
        }

        var (number, isNew) = await begin.RunAsync(slug, form.Question.Hash, correction is null ? null : CorrectionJson.Write(correction), input.Reason, cancel);
        if (isNew)
        {
            return Redirect(PathOf(slug, number));
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", text["Another", number]);
        return View("RegradesNew", form);
    }

    [HttpGet("regrades/{number:int}"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Show(string slug, int number, RegradeFilter filter, CancellationToken cancel) =>
        await lines.RunAsync(slug, number, filter, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("regrades/{number:int}/lines.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(string slug, int number, RegradeFilter filter, CancellationToken cancel)
    {
        if (await lines.ExportAsync(slug, number, filter, cancel) is not { } rows)
        {
            return NotFound();
        }

        string[] header =
        [
            text["Person"], text["StaffNumber"], text["Unit"], text["Attempt"], text["Old"], text["NewPoints"], text["Full"], text["Effect"], text["Certificate"],
        ];
        this.StartCsv($"regrade-{slug}-{number}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.PersonName ?? text["Anonymized"]), Cell.Of(row.StaffNumber), Cell.Of(row.UnitName), Cell.Of(row.Number), Cell.Of(row.OldPoints), Cell.Of(row.NewPoints),
            Cell.Of(row.FullPoints), Cell.Of(text[$"Effect_{row.Effect}"]), Cell.Of(row.Serial),
        ]), cancel);
        return new EmptyResult();
    }

    internal static string PathOf(string slug, int number) => $"/quizzes/{slug}/regrades/{number}";
}

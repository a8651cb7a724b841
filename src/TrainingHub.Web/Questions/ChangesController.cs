using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>批量修改: one's own changes of many questions.</summary>
[Route("questions/changes"), Require(Capability.ManageCourses)]
public sealed class ChangesController(Db db, ChangeQuestions change, ChangesQuery changes, PreviewChange preview, QuestionsQuery questions, BankSignal signal, DayClock clock, IStringLocalizer<QuestionsText> text) : Controller
{
    private const int MostChosen = 500;

    [HttpPost]
    public async Task<IActionResult> Create([FromForm] IReadOnlyList<Guid>? ids, [FromForm] bool everything, [FromForm] QuestionsFilter filter, [FromForm] BulkChange input, CancellationToken cancel)
    {
        var which = new BulkWhich(everything ? null : [.. (ids ?? []).Take(MostChosen)], filter);
        var (job, refusal) = ModelState.IsValid ? await change.BeginAsync(which, input, cancel) : (null, "Bulk_Invalid");
        if (job is { } begun)
        {
            signal.Wake();
            return Redirect($"/questions/changes/{begun}");
        }

        return await RefuseAsync(filter, refusal ?? throw new UnreachableException(), cancel);
    }

    /// <summary>What the change would do: the same form, looked at before it is sent.</summary>
    [HttpPost("preview")]
    public async Task<IActionResult> Preview([FromForm] IReadOnlyList<Guid>? ids, [FromForm] bool everything, [FromForm] QuestionsFilter filter, [FromForm] BulkChange input, CancellationToken cancel)
    {
        var which = new BulkWhich(everything ? null : [.. (ids ?? []).Take(MostChosen)], filter);
        var (said, refusal) = ModelState.IsValid ? await change.ReadAsync(which, input, cancel) : (input, "Bulk_Invalid");
        if (refusal is not null)
        {
            return await RefuseAsync(filter, refusal, cancel);
        }

        var (total, rows) = await preview.RunAsync(which, said, cancel);
        return total is 0
            ? await RefuseAsync(filter, "Bulk_NothingChosen", cancel)
            : View("ChangesPreview", new BulkPreviewPage(
                [.. Request.Form.Where(field => field.Key is not "__RequestVerificationToken").SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))], total, rows));
    }

    [HttpGet]
    public async Task<IActionResult> Index(ChangesFilter filter, CancellationToken cancel) => View(await changes.ListAsync(filter, cancel));

    [HttpGet("/questions/changes.csv")]
    public async Task<IActionResult> Export(ChangesFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Change_When"], text["Change_What"], text["Status"], text["Change_Total"], text["Line_Changed"], text["Line_Refused"], text["Address"]];
        this.StartCsv($"question-changes-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, changes.ExportAsync(filter).Select(IReadOnlyList<Cell> (job) =>
        [
            Cell.Of($"{clock.InZone(job.StartedAt):yyyy-MM-dd HH:mm}"), Cell.Of(text[job.UndoOf is null ? "Change_Title" : "Undo_Title"]),
            Cell.Of(text[$"Changes_{job.State()}"]), Cell.Of(job.Total), Cell.Of(job.Changed), Cell.Of(job.Refused), Cell.Of($"/questions/changes/{job.Id}"),
        ]), cancel);
        return new EmptyResult();
    }

    /// <summary>What became of each question of a change.</summary>
    [HttpGet("{id:guid}/lines.csv")]
    public async Task<IActionResult> Lines(Guid id, BankLineOutcome? which, CancellationToken cancel)
    {
        if (await changes.FindAsync(id, cancel) is not { } job)
        {
            return NotFound();
        }

        string[] header = [text["Id"], text["Stem"], text["Line_Outcome"], text["Line_Why"]];
        this.StartCsv($"question-change-{clock.InZone(job.StartedAt):yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, changes.LinesAsync(job, which, cancel).Select(IReadOnlyList<Cell> (line) =>
        [
            Cell.Of(line.QuestionId), Cell.Of(line.Title ?? text["Line_OutOfReach"]), Cell.Of(text[$"Line_{line.Outcome}"]), Cell.Of(string.Join(" / ", line.Reasons.Select(reason => text[reason, line.QuestionId].Value))),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, BankLineOutcome? which, int? page, CancellationToken cancel) =>
        await changes.FindAsync(id, cancel) is { } job ? View(await changes.ShowAsync(job, which, page ?? 1, cancel)) : NotFound();

    /// <summary>Takes the change back where nobody has changed the question since.</summary>
    [HttpPost("{id:guid}/reversal")]
    public async Task<IActionResult> Undo(Guid id, CancellationToken cancel)
    {
        if (await changes.FindAsync(id, cancel) is not { } job)
        {
            return NotFound();
        }

        if (await change.UndoAsync(job, cancel) is { } undo)
        {
            signal.Wake();
            return Redirect($"/questions/changes/{undo}");
        }

        ModelState.AddModelError("", text["Undo_Impossible"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("ChangesShow", await changes.ShowAsync(job, null, 1, cancel));
    }

    [HttpPost("{id:guid}/cancellation")]
    public async Task<IActionResult> Stop(Guid id, CancellationToken cancel)
    {
        if (await changes.FindAsync(id, cancel) is null)
        {
            return NotFound();
        }

        await db.BankJobs.Where(job => job.Id == id && job.EndedAt == null).ExecuteUpdateAsync(job => job.SetProperty(row => row.IsStopped, true), cancel);
        signal.Wake();
        return Redirect($"/questions/changes/{id}");
    }

    private async Task<ViewResult> RefuseAsync(QuestionsFilter filter, string why, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError("", text[why]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("QuestionsIndex", await questions.ListAsync(filter, cancel));
    }
}

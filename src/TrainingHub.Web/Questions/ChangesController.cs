using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>批量修改: one's own changes of many questions.</summary>
[Route("questions/changes"), Require(Capability.ManageCourses)]
public sealed class ChangesController(Db db, ChangeQuestions change, ChangesQuery changes, PreviewChange preview, QuestionsQuery questions, BankSignal signal, IStringLocalizer<QuestionsText> text) : Controller
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
        if ((ModelState.IsValid ? ChangeQuestions.FindRefusal(which, input) : "Bulk_Invalid") is { } refusal)
        {
            return await RefuseAsync(filter, refusal, cancel);
        }

        var (total, rows) = await preview.RunAsync(which, input, cancel);
        return total is 0
            ? await RefuseAsync(filter, "Bulk_NothingChosen", cancel)
            : View("ChangesPreview", new BulkPreviewPage(
                [.. Request.Form.Where(field => field.Key is not "__RequestVerificationToken").SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))], total, rows));
    }

    [HttpGet]
    public async Task<IActionResult> Index(int? page, CancellationToken cancel) => View(await changes.ListAsync(page ?? 1, cancel));

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

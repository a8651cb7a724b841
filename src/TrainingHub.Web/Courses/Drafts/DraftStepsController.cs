using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>The way of a draft: review, back, published, thrown away.</summary>
[Route("courses/drafts/{id:guid}"), Require(Capability.ManageCourses), LostRace]
public sealed class DraftStepsController(DraftsQuery drafts, MoveDraft move, IStringLocalizer<DraftsText> text) : Controller
{
    [HttpPost("submission")]
    public Task<IActionResult> Submit(Guid id, CancellationToken cancel) => MoveAsync(id, () => move.SubmitAsync(id, cancel), cancel);

    [HttpPost("withdrawal")]
    public Task<IActionResult> Withdraw(Guid id, CancellationToken cancel) => MoveAsync(id, () => move.WithdrawAsync(id, cancel), cancel);

    [HttpPost("return")]
    public Task<IActionResult> GiveBack(Guid id, [FromForm] string? remark, CancellationToken cancel) => MoveAsync(id, () => move.GiveBackAsync(id, (remark ?? "").Trim(), cancel), cancel);

    [HttpPost("publication")]
    public Task<IActionResult> Publish(Guid id, [FromForm] Guid? stamp, CancellationToken cancel) => MoveAsync(id, () => move.PublishAsync(id, stamp, cancel), cancel);

    [HttpPost("deletion")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is not { } draft ? NotFound()
        : await move.DeleteAsync(id, cancel) ? Redirect("/courses/drafts")
        : await RefuseAsync(draft, "Draft_Moved", cancel);

    private async Task<IActionResult> MoveAsync(Guid id, Func<Task<MoveOutcome>> step, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is not { } draft
            ? NotFound()
            : await step() switch
            {
                MoveOutcome.Done => Redirect($"/courses/drafts/{id}"),
                MoveOutcome.Published published => Redirect($"/courses/{published.Slug}/versions"),
                MoveOutcome.Refused refused => await RefuseAsync(draft, refused.Key, cancel),
                _ => throw new UnreachableException(),
            };

    private async Task<IActionResult> RefuseAsync(CourseDraft draft, string why, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError(why.StartsWith("Remark", StringComparison.Ordinal) ? "remark" : "", text[why]);
        Response.StatusCode = why is "Draft_Moved" or "Draft_Changed" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("DraftsShow", await drafts.ShowAsync(await drafts.FindAsync(draft.Id, cancel) ?? draft, cancel));
    }
}

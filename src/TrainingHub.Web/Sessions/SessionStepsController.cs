using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Sessions;

/// <summary>Cancelling, opening again, another batch.</summary>
[Route("sessions/{code}")]
public sealed class SessionStepsController(
    FindSession find, SessionQuery one, CancelSession cancelSession, ReopenSession reopen, AddBatch batch, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpPost("cancellation"), Require(Capability.ManageSessions)]
    public async Task<IActionResult> Cancel(string code, ReasonInput input, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is not { } session ? NotFound()
        : !ModelState.IsValid ? await RefuseAsync(code, null, cancel)
        : await AnswerAsync(code, await cancelSession.RunAsync(session.Id, input.Version, input.Reason, cancel), cancel);

    /// <summary>Whoever opens it again may change what stands in the ledger: only who may revoke records does.</summary>
    [HttpPost("reopening"), Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Reopen(string code, ReasonInput input, CancellationToken cancel) =>
        await find.KeptAsync(code, Capability.RevokeRecords, cancel) is not { } session || await find.KeptAsync(code, cancel) is null ? NotFound()
        : !ModelState.IsValid ? await RefuseAsync(code, null, cancel)
        : await AnswerAsync(code, await reopen.RunAsync(session.Id, input.Version, input.Reason, cancel), cancel);

    [HttpPost("batches"), Require(Capability.ManageSessions)]
    public async Task<IActionResult> Repeat(string code, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session ? Redirect($"/sessions/{await batch.RunAsync(session, cancel)}/details") : NotFound();

    private async Task<IActionResult> AnswerAsync(string code, SessionOutcome outcome, CancellationToken cancel) => outcome switch
    {
        SessionOutcome.Done => Redirect($"/sessions/{code.ToUpperInvariant()}"),
        SessionOutcome.Changed => await RefuseAsync(code, "Refusal_Changed", cancel),
        SessionOutcome.Over => await RefuseAsync(code, "Refusal_Over", cancel),
        SessionOutcome.Bound => await RefuseAsync(code, "Refusal_Bound", cancel),
        _ => throw new UnreachableException(),
    };

    private async Task<IActionResult> RefuseAsync(string code, string? key, CancellationToken cancel)
    {
        if (key is not null)
        {
            ModelState.AddModelError("", text[key]);
        }

        Response.StatusCode = key is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return await one.RunAsync(code, cancel) is { } page ? View("SessionsShow", page) : NotFound();
    }
}

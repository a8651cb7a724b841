using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Sessions;

/// <summary>Closing a session: first what it would enter, then the ledger.</summary>
[Route("sessions/{code}/closing"), Require(Capability.ManageSessions)]
public sealed class SessionClosingsController(FindSession find, ClosingQuery closing, CloseSession close, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string code, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session ? View(await closing.RunAsync(session, cancel)) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(string code, int version, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is not { } session ? NotFound()
        : await close.RunAsync(session.Id, version, cancel) switch
        {
            CloseOutcome.Closed => Redirect($"/sessions/{session.Code}"),
            CloseOutcome.Changed => await RefuseAsync(code, "Refusal_Changed", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.Over => await RefuseAsync(code, "Refusal_Over", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.TooEarly => await RefuseAsync(code, "Close_TooEarly", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.OutsideCycle => await RefuseAsync(code, "Fault_OutsideCycle", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.Untyped => await RefuseAsync(code, "Close_UntypedRefusal", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.NoMinutes => await RefuseAsync(code, "Close_NoMinutes", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.Late { HasProof: false } => await RefuseAsync(code, "Close_NoProof", StatusCodes.Status409Conflict, cancel),
            CloseOutcome.Late => await RefuseAsync(code, "Close_Above", StatusCodes.Status409Conflict, cancel),
            _ => throw new UnreachableException(),
        };

    private async Task<IActionResult> RefuseAsync(string code, string key, int status, CancellationToken cancel)
    {
        ModelState.AddModelError("", text[key]);
        Response.StatusCode = status;
        return await find.KeptAsync(code, cancel) is { } session ? View("SessionClosingsNew", await closing.RunAsync(session, cancel)) : NotFound();
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People.Imports;

namespace TrainingHub.People.Transfers;

/// <summary>Transfers and second posts that wait for a yes or a no.</summary>
[Route("people/transfers"), Require]
public sealed class TransfersController(TransfersQuery transfers, DecideTransfer decide, CurrentPerson current, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel, bool openOnly = false, int page = 1) =>
        await current.MayAsync(Capability.ManagePeople) || await current.MayAsync(Capability.ConfirmDeclarations)
            ? View(await transfers.ListAsync(openOnly, Math.Max(page, 1), cancel))
            : Forbid();

    [HttpPost("{code}/confirmation")]
    public Task<IActionResult> Confirm(string code, CancellationToken cancel) => DecideAsync(code, isConfirmed: true, cancel);

    [HttpPost("{code}/refusal")]
    public Task<IActionResult> Refuse(string code, CancellationToken cancel) => DecideAsync(code, isConfirmed: false, cancel);

    private async Task<IActionResult> DecideAsync(string code, bool isConfirmed, CancellationToken cancel)
    {
        if (await transfers.FindToDecideAsync(code, cancel) is not { } id)
        {
            return NotFound();
        }

        var outcome = await decide.RunAsync(id, isConfirmed, User.PersonId, cancel);
        if (outcome == DecideOutcome.Decided)
        {
            return Redirect("/people/transfers");
        }

        ModelState.AddModelError("", text[outcome switch
        {
            DecideOutcome.DecidedBefore => "Transfer_DecidedBefore",
            DecideOutcome.PostChanged => "Transfer_PostChanged",
            _ => throw new UnreachableException(),
        }]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", await transfers.ListAsync(isOpenOnly: false, 1, cancel));
    }
}

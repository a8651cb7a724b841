using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Ends a target from a day on.</summary>
[Route("coverage/{target}/withdrawal"), LostRace]
public sealed class TargetWithdrawalsController(OwnTargetQuery targets, EditTarget edit, DayClock clock, IStringLocalizer<ProgrammesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageTargets)]
    public async Task<IActionResult> New(string target, CancellationToken cancel) =>
        await targets.FindAsync(target, cancel) is { } own ? Form(own, new TargetWithdrawalInput { From = clock.Today, Version = own.Version }) : NotFound();

    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Create(string target, TargetWithdrawalInput input, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } own)
        {
            return NotFound();
        }

        if (input.From < clock.Today)
        {
            ModelState.AddModelError(nameof(input.From), text["Bad_From"]);
        }

        return ModelState.IsValid && input.From is { } from
            ? await AnswerAsync(own, input, await edit.WithdrawAsync(own.Target.Id, from, input.Reason, input.Version, cancel), cancel)
            : Refuse(own, input);
    }

    private async Task<IActionResult> AnswerAsync(OwnTarget own, TargetWithdrawalInput input, EditTargetOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case EditTargetOutcome.Done:
                return Redirect($"/coverage/{own.Target.Slug}/details");
            case EditTargetOutcome.Changed { By: var by }:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.Remove(nameof(input.Version));
                ModelState.AddModelError("", text["Target_Changed", by.Who ?? text["Somebody"], by.At is { } at ? clock.InZone(at).Clock() : ""]);
                var now = await targets.FindAsync(own.Target.Slug, cancel) ?? own;
                return Form(now, input with { Version = now.Version });
            case EditTargetOutcome.NoRule:
                ModelState.AddModelError(nameof(input.From), text["Refusal_Withdrawn"]);
                return Refuse(own, input);
            default:
                throw new UnreachableException();
        }
    }

    private ViewResult Refuse(OwnTarget own, TargetWithdrawalInput input)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form(own, input);
    }

    private ViewResult Form(OwnTarget own, TargetWithdrawalInput input) => View("TargetWithdrawalsNew", new TargetDetailsPage<TargetWithdrawalInput>(own, input));
}

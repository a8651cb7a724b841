using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Exclusions asked for a target: by the unit, decided by the unit above.</summary>
[Route("coverage/{target}/exclusions")]
public sealed class ExclusionsController(
    TargetQuery targets, ExclusionsQuery exclusions, AskExclusion ask, DecideExclusion decide, WithdrawExclusion withdraw, TurnOfDay turn, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> List(string target, string? name, int page, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await targets.FindAsync(target, cancel) is { } found ? View(await exclusions.ReadAsync(found, name, page, cancel)) : NotFound();
    }

    [HttpPost, Require(Capability.DeclarePositions)]
    public async Task<IActionResult> Create(string target, ExclusionInput input, string? name, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } found)
        {
            return NotFound();
        }

        return !ModelState.IsValid
            ? await RefuseAsync(found, input, name, StatusCodes.Status422UnprocessableEntity, cancel)
            : await AnswerAsync(found, input, name, await ask.RunAsync(found.Id, input, cancel), cancel);
    }

    [HttpPost("{id:guid}/decision"), Require(Capability.ConfirmDeclarations)]
    public async Task<IActionResult> Decide(string target, Guid id, bool isApproved, CancellationToken cancel) =>
        await targets.FindAsync(target, cancel) is { } found
            ? await AnswerAsync(found, null, null, await decide.RunAsync(found.Id, id, isApproved, cancel), cancel)
            : NotFound();

    [HttpPost("{id:guid}/withdrawal"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Withdraw(string target, Guid id, WithdrawalInput input, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } found)
        {
            return NotFound();
        }

        return !ModelState.IsValid
            ? await RefuseAsync(found, null, null, StatusCodes.Status422UnprocessableEntity, cancel)
            : await AnswerAsync(found, null, null, await withdraw.RunAsync(found.Id, id, input, cancel), cancel);
    }

    private async Task<IActionResult> AnswerAsync(TargetSummary target, ExclusionInput? input, string? name, ExclusionOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case ExclusionOutcome.Recorded:
                return RedirectToAction(nameof(List), new { target = target.Slug });
            case ExclusionOutcome.NotFound:
                return NotFound();
            case ExclusionOutcome.Overlaps:
                ModelState.AddModelError("", text["Exclusion_Overlaps"]);
                return await RefuseAsync(target, input, name, StatusCodes.Status422UnprocessableEntity, cancel);
            case ExclusionOutcome.Ended:
                ModelState.AddModelError("", text["Exclusion_Ended"]);
                return await RefuseAsync(target, input, name, StatusCodes.Status422UnprocessableEntity, cancel);
            case ExclusionOutcome.Changed:
                ModelState.AddModelError("", text["Changed"]);
                return await RefuseAsync(target, input, name, StatusCodes.Status409Conflict, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<ViewResult> RefuseAsync(TargetSummary target, ExclusionInput? input, string? name, int status, CancellationToken cancel)
    {
        var view = View(nameof(List), await exclusions.ReadAsync(target, name, 1, cancel) with { Input = input });
        view.StatusCode = status;
        return view;
    }
}

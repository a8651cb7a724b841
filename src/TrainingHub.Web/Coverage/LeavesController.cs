using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>请假: the days on which a person does not work, and the exclusions asked for them.</summary>
[Route("people/{id:guid}/leaves"), LostRace]
public sealed class LeavesController(LeavesQuery leaves, RecordLeave record, EndLeave end, TurnOfDay turn, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await leaves.RunAsync(id, cancel) is { } page
            ? View(page with { Input = new LeaveInput { From = clock.Today, Targets = [.. page.Targets.Select(target => target.Id)] } })
            : NotFound();
    }

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Create(Guid id, LeaveInput input, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await leaves.RunAsync(id, cancel) is not { } page)
        {
            return NotFound();
        }

        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        if (!ModelState.IsValid)
        {
            return Again(page with { Input = input }, StatusCodes.Status422UnprocessableEntity);
        }

        return await AnswerAsync(id, await record.RunAsync(id, input, cancel), input, cancel);
    }

    [HttpPost("{fact:guid}/ending"), Require(Capability.ManagePeople)]
    public async Task<IActionResult> End(Guid id, Guid fact, LeaveEndingInput input, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await leaves.RunAsync(id, cancel) is not { } page || page.Leaves.FirstOrDefault(one => one.FactId == fact) is not { } leave)
        {
            return NotFound();
        }

        if (input.Until is { Year: > 2200 })
        {
            ModelState.AddModelError("", text["Leaves_BadDay"]);
        }

        return ModelState.IsValid
            ? await AnswerAsync(id, await end.RunAsync(id, fact, input, input.Until < leave.From ? text["Leaves_TakenBackReason"] : text["Leaves_EndedReason", (input.Until ?? clock.Today).Written()], cancel), new LeaveInput(), cancel)
            : Again(page, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, LeaveOutcome outcome, LeaveInput input, CancellationToken cancel)
    {
        switch (outcome)
        {
            case LeaveOutcome.Recorded:
                return Redirect($"/people/{id}/leaves");
            case LeaveOutcome.NotFound:
                return NotFound();
            case LeaveOutcome.Changed { By: var by }:
                ModelState.Remove(nameof(input.Version));
                ModelState.AddModelError("", text["Leaves_Changed", by.Who ?? text["System"], by.At is { } at ? clock.InZone(at).Clock() : ""]);
                return await AgainAsync(id, input, StatusCodes.Status409Conflict, cancel);
            case LeaveOutcome.ExclusionChanged:
                ModelState.AddModelError("", text["Leaves_ExclusionChanged"]);
                return await AgainAsync(id, input, StatusCodes.Status409Conflict, cancel);
            case LeaveOutcome.Overlaps or LeaveOutcome.NoPost or LeaveOutcome.ExclusionRefused:
                ModelState.AddModelError(nameof(input.From), text[$"Leaves_{outcome.GetType().Name}"]);
                return await AgainAsync(id, input, StatusCodes.Status422UnprocessableEntity, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(Guid id, LeaveInput input, int status, CancellationToken cancel) =>
        await leaves.RunAsync(id, cancel) is { } page ? Again(page with { Input = input }, status) : NotFound();

    private ViewResult Again(LeavesPage page, int status)
    {
        Response.StatusCode = status;
        return View(nameof(Show), page);
    }
}

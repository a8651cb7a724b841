using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>What a target is called, and whom and what it counts from a day on.</summary>
[Route("coverage/{target}/details"), LostRace]
public sealed class TargetDetailsController(OwnTargetQuery targets, PresetsQuery presets, EditTarget edit, DayClock clock, IStringLocalizer<ProgrammesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Edit(string target, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } own)
        {
            return NotFound();
        }

        var (today, rule) = (clock.Today, RuleOf(own));
        return Form(own, TargetEdit.Of(TargetDraft.Of(own.Target, rule)) with { From = today < rule.From ? rule.From : today, Version = own.Version });
    }

    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Update(string target, TargetEdit input, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } own)
        {
            return NotFound();
        }

        // Who set it and for which year is not asked.
        ModelState.Remove(nameof(input.Organization));
        ModelState.Remove(nameof(input.Year));
        var draft = (input with { Year = own.Target.Year }).Draft(own.Target.ProgrammeId, own.Setter, own.Target.Series);
        foreach (var fault in (draft?.Faults(own.Programme) ?? []).Where(fault => ModelState.GetFieldValidationState(TargetsController.FieldOf(fault)) != ModelValidationState.Invalid).ToList())
        {
            ModelState.AddModelError(TargetsController.FieldOf(fault), text[$"Fault_{fault}"]);
        }

        if (input.From < clock.Today)
        {
            ModelState.AddModelError(nameof(input.From), text["Bad_From"]);
        }

        if (draft is null && ModelState.IsValid)
        {
            ModelState.AddModelError("", text["Bad_Choice"]);
        }

        foreach (var (document, state) in draft is null ? [] : await presets.ObstaclesAsync(draft, TargetDraft.Of(own.Target, RuleOf(own)), cancel))
        {
            ModelState.AddModelError("", text[$"Preset_{state}", document.Title]);
        }

        return ModelState.IsValid && draft is not null && input.From is { } from
            ? await AnswerAsync(own, input, await edit.RunAsync(own.Target.Id, draft, from, input.Reason, input.Version, cancel), cancel)
            : Refuse(own, input);
    }

    /// <summary>The rule of today, else the last.</summary>
    private TargetRule RuleOf(OwnTarget own)
    {
        var today = clock.Today;
        return own.Rules.FirstOrDefault(one => today <= one.Until) ?? own.Rules[^1];
    }

    private async Task<IActionResult> AnswerAsync(OwnTarget own, TargetEdit input, EditTargetOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case EditTargetOutcome.Done:
                return Redirect($"/coverage/{own.Target.Slug}");
            case EditTargetOutcome.Changed { By: var by }:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.Remove(nameof(input.Version));
                ModelState.AddModelError("", text["Target_Changed", by.Who ?? text["Somebody"], by.At is { } at ? clock.InZone(at).Clock() : ""]);
                var now = await targets.FindAsync(own.Target.Slug, cancel) ?? own;
                return Form(now, input with { Version = now.Version });
            case EditTargetOutcome.Nothing:
                ModelState.AddModelError("", text["Refusal_Nothing"]);
                return Refuse(own, input);
            case EditTargetOutcome.NoRule:
                ModelState.AddModelError(nameof(input.From), text["Refusal_Withdrawn"]);
                return Refuse(own, input);
            default:
                throw new UnreachableException();
        }
    }

    private ViewResult Refuse(OwnTarget own, TargetEdit input)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form(own, input);
    }

    private ViewResult Form(OwnTarget own, TargetEdit input) => View("TargetDetailsEdit", new TargetDetailsPage<TargetEdit>(own, input));
}

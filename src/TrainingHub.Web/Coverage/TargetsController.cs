using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Sets targets of a programme: the three of the city plan at once, or one by hand.</summary>
[Route("programmes/{programme}/targets")]
public sealed class TargetsController(
    Db db, ProgrammesQuery programmes, CreateTarget create, CurrentPerson current, Ids ids, DayClock clock, IStringLocalizer<ProgrammesText> text) : Controller
{
    [HttpGet("new"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> New(string programme, CancellationToken cancel) =>
        await programmes.FindOwedAsync(programme, cancel) is { } found
            ? await FormAsync(found, Usual(found) with { Organization = (await programmes.SettersAsync(cancel)).FirstOrDefault()?.Code }, cancel)
            : NotFound();

    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Create(string programme, TargetInput input, CancellationToken cancel)
    {
        if (await programmes.FindOwedAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var setter = await SetterAsync(input.Organization, cancel);
        var draft = setter is null ? null : input.Draft(found.Programme.Id, setter, await SeriesAsync(found, setter, input.Name, cancel));
        // What the form's own rules have refused is not said twice.
        foreach (var fault in (draft?.Faults(found.Rule) ?? []).Where(fault => ModelState.GetFieldValidationState(FieldOf(fault)) != ModelValidationState.Invalid).ToList())
        {
            ModelState.AddModelError(FieldOf(fault), text[$"Fault_{fault}"]);
        }

        if (draft is null && ModelState.IsValid)
        {
            ModelState.AddModelError("", text["Bad_Choice"]);
        }

        return ModelState.IsValid && draft is not null
            ? await CreateAsync(found, input, [draft.Make(ids.Next, clock.Now, current.Id)], nameof(input.Year), cancel)
            : await RefuseAsync(found, input, cancel);
    }

    /// <summary>Item 7 of the city plan: 30, 60 and 100 % of the same posts by the ends of 2024, 2025 and 2026.</summary>
    [HttpPost("presets"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> CreatePreset(string programme, PresetInput input, CancellationToken cancel)
    {
        if (await programmes.FindOwedAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var again = Usual(found) with { Organization = input.Organization, Source = input.Source };
        if (await SetterAsync(input.Organization, cancel) is not { } setter || !ModelState.IsValid)
        {
            return await RefuseAsync(found, again, cancel);
        }

        var presets = TargetPresets.CityPlanItem7(
            found.Programme.Id, setter.Id, ids.Next, clock.Now, input.Source, series: $"s3-7-{found.Programme.Slug}-{setter.Code.ToLowerInvariant()}");
        if (found.Rule is { } rule && presets.Any(preset => preset.Rule.WindowUntil < rule.CycleFrom || rule.CycleUntil < preset.Rule.WindowFrom))
        {
            ModelState.AddModelError("", text["Fault_PresetOutsideCycle"]);
            return await RefuseAsync(found, again, cancel);
        }

        return await CreateAsync(found, again, presets, "", cancel);
    }

    /// <summary>The form as most will send it: schools, everybody employed, this year.</summary>
    private TargetInput Usual(ProgrammeRow found)
    {
        var yearEnd = new DateOnly(clock.Today.Year, 12, 31);
        return new TargetInput
        {
            Name = found.Programme.Name,
            Year = yearEnd.Year,
            Kinds = [.. Enum.GetValues<OrganizationKind>().Where(kind => kind is not (OrganizationKind.None or OrganizationKind.All) && TargetPresets.Schools.HasFlag(kind))],
            Employments = [.. Enum.GetValues<Employment>().Where(employment => employment is not (Employment.None or Employment.All))],
            WindowFrom = found.Rule?.CycleFrom,
            WindowUntil = yearEnd,
            CutOffDay = yearEnd,
        };
    }

    private async Task<IActionResult> CreateAsync(ProgrammeRow found, TargetInput input, IReadOnlyList<TargetPreset> targets, string field, CancellationToken cancel)
    {
        switch (await create.RunAsync(targets, cancel))
        {
            case CreateTargetOutcome.Created:
                return Redirect($"/coverage/{targets[^1].Target.Slug}");
            case CreateTargetOutcome.Taken:
                ModelState.AddModelError(field, text[field.Length > 0 ? "Taken_Year" : "Taken_Preset"]);
                return await RefuseAsync(found, input, cancel);
            default:
                throw new UnreachableException();
        }
    }

    // A setter out of reach was never offered: to name one is answered as naming none.
    private async Task<Setter?> SetterAsync(string? code, CancellationToken cancel)
    {
        var setter = await programmes.FindSetterAsync(code, cancel);
        if (setter is null && code is not null)
        {
            ModelState.AddModelError(nameof(TargetInput.Organization), text["Required_Setter"]);
        }

        return setter;
    }

    /// <summary>The same promise of another year stands beside it; else a new series begins.</summary>
    private async Task<string> SeriesAsync(ProgrammeRow found, Setter setter, string name, CancellationToken cancel) =>
        await db.CoverageTargets.Where(t => t.ProgrammeId == found.Programme.Id && t.OrganizationId == setter.Id && t.Name == name)
            .OrderBy(t => t.CreatedAt).Select(t => t.Series).FirstOrDefaultAsync(cancel) ?? Ids.Code(8).ToLowerInvariant();

    private static string FieldOf(TargetFault fault) => fault switch
    {
        TargetFault.PercentOutOfRange => nameof(TargetInput.Percent),
        TargetFault.NoPositions => nameof(TargetInput.Positions),
        TargetFault.NoKinds => nameof(TargetInput.Kinds),
        TargetFault.NoEmployments => nameof(TargetInput.Employments),
        TargetFault.FlagContradicts => nameof(TargetInput.ExcludedFlags),
        TargetFault.WindowBackwards or TargetFault.OutsideCycle => nameof(TargetInput.WindowUntil),
        TargetFault.RosterAfterCutOff => nameof(TargetInput.RosterDay),
        TargetFault.CutOffBeforeWindow => nameof(TargetInput.CutOffDay),
        _ => throw new UnreachableException(),
    };

    private async Task<IActionResult> RefuseAsync(ProgrammeRow found, TargetInput input, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await FormAsync(found, input, cancel);
    }

    private async Task<ViewResult> FormAsync(ProgrammeRow found, TargetInput input, CancellationToken cancel) =>
        View("TargetsNew", new ProgrammeForm<TargetInput>(found.Programme.Slug, found.Title, input, await programmes.SettersAsync(cancel), []));
}

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

/// <summary>Sets targets of a programme: those of a policy document at once, or one by hand.</summary>
[Route("programmes/{programme}/targets")]
public sealed class TargetsController(
    Db db, ProgrammesQuery programmes, PresetsQuery presets, CreateTarget create, BurdenQuery burden, CurrentPerson current, Ids ids, DayClock clock, IStringLocalizer<ProgrammesText> text) : Controller
{
    [HttpGet("new"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> New(string programme, CancellationToken cancel) =>
        await programmes.FindOwedAsync(programme, cancel) is { } found
            ? await FormAsync(found, Usual(found) with { Organization = (await programmes.SettersAsync(cancel)).FirstOrDefault()?.Code }, default, cancel)
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

        foreach (var (document, state) in draft is null ? [] : await presets.ObstaclesAsync(draft, before: null, cancel))
        {
            ModelState.AddModelError("", text[$"Preset_{state}", document.Title]);
        }

        return ModelState.IsValid && draft is not null
            ? await CreateAsync(found, input, [draft.Make(ids.Next, clock.Now, current.Id)], nameof(input.Year), default, cancel)
            : await RefuseAsync(found, input, default, cancel);
    }

    /// <summary>What the target as it is typed would ask of whom, before it is set.</summary>
    [HttpPost("burden"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> Estimate(string programme, TargetInput input, CancellationToken cancel)
    {
        if (await programmes.FindOwedAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var setter = await SetterAsync(input.Organization, cancel);
        var draft = setter is null ? null : (input with { Percent = input.Percent ?? 100 }).Draft(found.Programme.Id, setter, "");
        if (draft is null || found.Terms is not { } terms)
        {
            ModelState.AddModelError("", text["Bad_Choice"]);
            return await RefuseAsync(found, input, default, cancel);
        }

        ModelState.Clear();
        return await FormAsync(found, input, default, cancel, await burden.RunAsync(terms, [draft], cancel));
    }

    /// <summary>What all targets of a preset would ask of whom, before they are set.</summary>
    [HttpPost("presets/burden"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> EstimatePreset(string programme, PresetInput input, CancellationToken cancel)
    {
        if (await programmes.FindOwedAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var again = Usual(found) with { Organization = input.Organization, Source = input.Source };
        if (input.Chosen is not { } chosen || await SetterAsync(input.Organization, cancel) is not { } setter || found.Terms is not { } terms)
        {
            ModelState.AddModelError("", text["Bad_Choice"]);
            return await RefuseAsync(found, again, input.Chosen.GetValueOrDefault(), cancel);
        }

        ModelState.Clear();
        var targets = TargetPresets.Make(chosen, found.Programme.Id, setter.Id, ids.Next, clock.Now);
        return await FormAsync(found, again, chosen, cancel, await burden.RunAsync(terms, [.. targets.Select(one => TargetDraft.Of(one.Target, one.Rule))], cancel), isOfPreset: true);
    }

    /// <summary>All targets of a preset, unless a document that it needs is missing or not asked about.</summary>
    [HttpPost("presets"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> CreatePreset(string programme, PresetInput input, CancellationToken cancel)
    {
        if (await programmes.FindOwedAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var again = Usual(found) with { Organization = input.Organization, Source = input.Source };
        if (input.Chosen is null)
        {
            ModelState.AddModelError(nameof(input.Preset), text["Bad_Preset"]);
        }

        if (await SetterAsync(input.Organization, cancel) is not { } setter || !ModelState.IsValid || input.Chosen is not { } chosen)
        {
            return await RefuseAsync(found, again, input.Chosen.GetValueOrDefault(), cancel);
        }

        var preset = (await presets.RunAsync(found, [setter], cancel)).Single(one => one.Terms.Preset == chosen);
        foreach (var (document, state) in preset.Obstacles)
        {
            ModelState.AddModelError("", text[$"Preset_{state}", document.Title]);
        }

        if (!preset.FitsCycle)
        {
            ModelState.AddModelError("", text["Fault_PresetOutsideCycle", preset.Terms.Years[0].From, preset.Terms.Years[0].Until]);
        }

        return ModelState.IsValid
            ? await CreateAsync(found, again, TargetPresets.Make(
                chosen, found.Programme.Id, setter.Id, ids.Next, clock.Now, input.Source, $"{preset.Terms.Series}-{found.Programme.Slug}-{setter.Code.ToLowerInvariant()}"), "", chosen, cancel)
            : await RefuseAsync(found, again, chosen, cancel);
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

    private async Task<IActionResult> CreateAsync(ProgrammeRow found, TargetInput input, IReadOnlyList<TargetPreset> targets, string field, PolicyPreset chosen, CancellationToken cancel)
    {
        switch (await create.RunAsync(targets, cancel))
        {
            case CreateTargetOutcome.Created:
                return Redirect($"/coverage/{targets[^1].Target.Slug}");
            case CreateTargetOutcome.Taken:
                ModelState.AddModelError(field, text[field.Length > 0 ? "Taken_Year" : "Taken_Preset"]);
                return await RefuseAsync(found, input, chosen, cancel);
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

    internal static string FieldOf(TargetFault fault) => fault switch
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

    private async Task<IActionResult> RefuseAsync(ProgrammeRow found, TargetInput input, PolicyPreset chosen, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await FormAsync(found, input, chosen, cancel);
    }

    private async Task<ViewResult> FormAsync(ProgrammeRow found, TargetInput input, PolicyPreset chosen, CancellationToken cancel, BurdenEstimate? estimate = null, bool isOfPreset = false)
    {
        var setters = await programmes.SettersAsync(cancel);
        var form = new ProgrammeForm<TargetInput>(found.Programme.Slug, found.Title, input, setters, []) { Burden = isOfPreset ? null : estimate };
        return View("TargetsNew", new TargetsPage(form, await presets.RunAsync(found, setters, cancel), chosen) { Burden = isOfPreset ? estimate : null });
    }
}

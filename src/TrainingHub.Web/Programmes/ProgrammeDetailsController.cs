using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>What a programme is called and what completes it from a day on.</summary>
[Route("programmes/{programme}/details"), LostRace]
public sealed class ProgrammeDetailsController(
    Db db, ProgrammesQuery programmes, PresetsQuery presets, CourseShelf shelf, IArrangedQuizzes arranged, EditProgramme edit, DayClock clock, IStringLocalizer<ProgrammesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Edit(string programme, CancellationToken cancel) =>
        await programmes.FindOwnAsync(programme, cancel) is { } found
            ? await FormAsync(found, new ProgrammeEdit
            {
                Name = found.Programme.Name,
                NameEn = string.Equals(found.Programme.NameEn, found.Programme.Name, StringComparison.Ordinal) ? null : found.Programme.NameEn,
                Quiz = found.Rule?.QuizSlug,
                MoreQuizzes = [.. Further(found, ProgrammePartKind.Quiz).Select(part => part.QuizSlug)],
                Hours = [.. Further(found, ProgrammePartKind.Hours).Select(part => new HoursInput { Domain = part.Domain, Hours = part.Minutes / ProgrammeDemand.MinutesPerHour, Courses = part.Courses.Split(' ', StringSplitOptions.RemoveEmptyEntries) })],
                Assessments = [.. Further(found, ProgrammePartKind.Assessment).Select(part => part.Title)],
                Policy = found.Programme.Policy?.ToString(),
                RefusesOutside = found.Rule?.RefusesOutside is true,
                CycleFrom = found.Rule?.CycleFrom,
                CycleUntil = found.Rule?.CycleUntil,
                ValidityMonths = found.Rule?.ValidityMonths,
                CertificateTitle = found.Rule?.CertificateTitle ?? "",
                From = found.Rule is { } rule && clock.Today < rule.From ? rule.From : clock.Today,
                Version = await VersionAsync(found.Programme, cancel),
            }, cancel)
            : NotFound();

    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Update(string programme, ProgrammeEdit input, CancellationToken cancel)
    {
        if (await programmes.FindOwnAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var demand = input.ToDemand(await ChoicesAsync(found, cancel));
        if (demand is null)
        {
            ModelState.AddModelError(nameof(input.Quiz), text["Required_Quiz"]);
        }

        var frame = input.ToFrame();
        foreach (var fault in (demand?.Faults() ?? []).Concat(frame?.Faults() ?? []))
        {
            ModelState.AddModelError(ProgrammesController.FieldOf(fault), text[$"Fault_{fault}"]);
        }

        if (input.From < clock.Today)
        {
            ModelState.AddModelError(nameof(input.From), text["Bad_From"]);
        }

        if (input.IsPolicyUnknown)
        {
            ModelState.AddModelError(nameof(input.Policy), text["Bad_Preset"]);
        }

        var obstacles = demand is null ? [] : await presets.ObstaclesAsync(NewPolicies(found, input, demand), found.Programme.OrganizationId, demand, cancel);
        foreach (var (document, state) in obstacles)
        {
            ModelState.AddModelError(nameof(input.Policy), text[$"Preset_{state}", document.Title]);
        }

        if (!ModelState.IsValid || demand is null || frame is null || input.From is not { } from)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(found, input, cancel, obstacles);
        }

        var outcome = await edit.RunAsync(found.Programme.Id, new ProgrammeChange
        {
            Name = input.Name,
            NameEn = input.NameEn,
            Policy = input.ChosenPolicy,
            Demand = demand,
            Frame = frame,
            From = from,
            Reason = input.Reason,
            Version = input.Version ?? "",
        }, cancel);
        return await AnswerAsync(found, input, outcome, cancel);
    }

    /// <summary>What it is to carry out; where it asks the same quizzes as before, without what it carries out already: documents go out of force while it runs.</summary>
    private static IEnumerable<PresetTerms> NewPolicies(ProgrammeRow found, ProgrammeEdit input, ProgrammeDemand demand)
    {
        var policies = TargetPresets.CarriedOutBy(input.ChosenPolicy, input.Name);
        return found.Terms is { } terms && PresetsQuery.HaveSameQuizzes(terms.Demand, demand) ? policies.Except(TargetPresets.CarriedOutBy(found.Programme.Policy, found.Programme.Name)) : policies;
    }

    private async Task<IActionResult> AnswerAsync(ProgrammeRow found, ProgrammeEdit input, EditProgrammeOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case EditProgrammeOutcome.Done:
                return Redirect("/programmes");
            case EditProgrammeOutcome.Changed { By: var by }:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.Remove(nameof(input.Version));
                ModelState.AddModelError("", text["Changed", by.Who ?? text["Somebody"], by.At is { } at ? clock.InZone(at).Clock() : ""]);
                return await FormAsync(found, input with { Version = await VersionAsync(found.Programme, cancel) }, cancel);
            case EditProgrammeOutcome.Nothing:
                return await RefuseAsync("", "Refusal_Nothing");
            case EditProgrammeOutcome.NoRule:
                return await RefuseAsync(nameof(input.From), "Refusal_NoRule");
            default:
                throw new UnreachableException();
        }

        Task<ViewResult> RefuseAsync(string field, string key)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError(field, text[key]);
            return FormAsync(found, input, cancel);
        }
    }

    private static IEnumerable<ProgrammePart> Further(ProgrammeRow found, ProgrammePartKind kind) => (found.Terms?.Further ?? []).Where(part => part.Kind == kind);

    // A quiz in force may stay although its course is no longer learnt; it only cannot be chosen anew.
    private async Task<IReadOnlyList<QuizChoice>> ChoicesAsync(ProgrammeRow found, CancellationToken cancel)
    {
        var choices = await QuizChoice.AllAsync(shelf, arranged, cancel);
        var gone = (found.Terms?.Parts ?? []).Where(part => part.Kind is ProgrammePartKind.Quiz && !choices.Any(quiz => string.Equals(quiz.QuizSlug, part.QuizSlug, StringComparison.Ordinal)));
        return [.. gone.Select(part => new QuizChoice(part.CourseSlug, part.CourseSlug, part.QuizSlug, part.QuizSlug)), .. choices];
    }

    private async Task<string> VersionAsync(Programme programme, CancellationToken cancel) =>
        EditProgramme.VersionOf(programme, await db.ProgrammeRules.Known().AsNoTracking().Where(r => r.ProgrammeId == programme.Id).ToListAsync(cancel));

    private async Task<ViewResult> FormAsync(ProgrammeRow found, ProgrammeEdit input, CancellationToken cancel, IReadOnlyList<(PresetDocument Document, PresetDocumentState State)>? obstacles = null) =>
        View("ProgrammeDetailsEdit", new ProgrammeForm<ProgrammeEdit>(found.Programme.Slug, found.Title, input, [], await ChoicesAsync(found, cancel)) { Obstacles = obstacles ?? [] });
}

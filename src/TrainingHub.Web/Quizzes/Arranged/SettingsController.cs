using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>The terms of an arranged quiz: what is drawn, who takes part, when, and what is told.</summary>
[Route("quizzes/{slug}/settings")]
public sealed class SettingsController(SettingsQuery settings, SaveTerms save, DayClock clock, IStringLocalizer<ArrangedText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel) =>
        await settings.FindAsync(slug, cancel) is { } quiz ? View(await settings.PageAsync(quiz, input: null, cancel)) : NotFound();

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Update(string slug, TermsInput input, CancellationToken cancel)
    {
        if (await settings.FindAsync(slug, cancel) is not { } quiz)
        {
            return NotFound();
        }

        var stored = TermsJson.Read(quiz.Terms);
        var offered = (await settings.CoursesAsync(quiz.OrganizationId, cancel)).Select(course => course.Slug).Concat(stored.Courses).ToList();
        var folders = (await settings.FoldersAsync(quiz.OrganizationId, cancel)).Select(folder => folder.Id).Concat(stored.Plan.Sections.Select(section => section.Filter.Folder).OfType<Guid>()).ToList();
        var wished = input.ToTerms(offered, folders, clock);
        // Where somebody has begun the form does not send what is locked.
        if (wished is not null && await settings.HasAttemptsAsync(slug, cancel))
        {
            wished = wished.WithGradesOf(stored);
            foreach (var locked in new[] { nameof(input.Minutes), nameof(input.PassPercent) })
            {
                ModelState.Remove(locked);
            }
        }

        NameFaults(input, wished);
        if (!ModelState.IsValid || wished is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("SettingsEdit", await settings.PageAsync(quiz, input, cancel));
        }

        return await AnswerAsync(quiz, input, await save.RunAsync(quiz.Id, input.Version, wished, cancel), cancel);
    }

    /// <summary>The same form with questions looked for, put among the chosen ones or taken away. Nothing is kept before it is saved.</summary>
    [HttpPost("questions"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Choose(string slug, TermsInput input, string? add, int? removeFixed, int? removePair, CancellationToken cancel)
    {
        if (await settings.FindAsync(slug, cancel) is not { } quiz)
        {
            return NotFound();
        }

        ModelState.Clear();
        return View("SettingsEdit", await settings.PageAsync(quiz, input.With(add, removeFixed, removePair), cancel));
    }

    private async Task<IActionResult> AnswerAsync(ArrangedQuiz quiz, TermsInput input, ArrangeOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case ArrangeOutcome.Done:
                return Redirect($"/quizzes/{quiz.Slug}/settings");
            case ArrangeOutcome.Changed or ArrangeOutcome.Ended or ArrangeOutcome.Ranked:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", text[outcome is ArrangeOutcome.Ranked ? "Refusal_Ranked" : outcome is ArrangeOutcome.Ended ? "Refusal_Ended" : "Refusal_Changed"]);
                break;
            case ArrangeOutcome.Short or ArrangeOutcome.Bound:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                ModelState.AddModelError("", text[outcome is ArrangeOutcome.Short ? "Refusal_Short" : "Refusal_Bound"]);
                break;
            default:
                throw new UnreachableException();
        }

        // What was typed stays; it is compared with what stands now when it is sent again.
        ModelState.Remove(nameof(input.Version));
        var now = await settings.FindAsync(quiz.Slug, cancel) ?? quiz;
        return View("SettingsEdit", await settings.PageAsync(now, input with { Version = now.Version }, cancel));
    }

    private void NameFaults(TermsInput input, QuizTerms? wished)
    {
        foreach (var (field, line) in input.BadLines())
        {
            ModelState.AddModelError(field, text["Bad_Line", line]);
        }

        if (wished is null)
        {
            ModelState.AddModelError("", text["Bad_Choice"]);
            return;
        }

        foreach (var fault in wished.Faults().Where(fault => ModelState.GetFieldValidationState(FieldOf(fault)) is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid).ToList())
        {
            ModelState.AddModelError(FieldOf(fault), text[$"Fault_{fault}"]);
        }

        // A plan without anything in it is only said when it is published: a draft begins that way.
        foreach (var fault in wished.Plan.Faults().Where(fault => fault is not PaperPlanFault.Empty))
        {
            ModelState.AddModelError("Plan", text[$"Fault_{fault}"]);
        }
    }

    private static string FieldOf(QuizTermsFault fault) => fault switch
    {
        QuizTermsFault.WindowBackwards or QuizTermsFault.WindowTooShort => nameof(TermsInput.ClosesAt),
        QuizTermsFault.MinutesOutOfRange => nameof(TermsInput.Minutes),
        QuizTermsFault.PercentOutOfRange => nameof(TermsInput.PassPercent),
        QuizTermsFault.AttemptsOutOfRange => nameof(TermsInput.AttemptsAllowed),
        QuizTermsFault.WaitOutOfRange => nameof(TermsInput.WaitMinutes),
        QuizTermsFault.ReleaseBackwards => nameof(TermsInput.Answers),
        QuizTermsFault.NoSource => nameof(TermsInput.Courses),
        _ => throw new UnreachableException(),
    };
}

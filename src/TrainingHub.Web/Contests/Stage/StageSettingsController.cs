using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Stage;

/// <summary>What is agreed for a contest on a stage, and the questions that were drawn for it; saving draws anew.</summary>
[Route("contests/{code}/stage/settings"), Require(Capability.ManageQuizzes)]
public sealed class StageSettingsController(FindContest find, StageForms forms, ContestForms gives, SaveStage save, PrepareContest prepare, IStringLocalizer<StageText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) => await find.HeldAsync(code, cancel) switch
    {
        null or { IsStage: false } => NotFound(),
        { MayBeChanged: false } => Redirect($"/contests/{code}/host"),
        var contest => View("StageEdit", await forms.OfAsync(contest, null, cancel)),
    };

    [HttpPost]
    public async Task<IActionResult> Update(string code, StageInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { Stage: { } stage } contest)
        {
            return NotFound();
        }

        var form = await forms.OfAsync(contest, input, cancel);
        var terms = input.TermsOf(StageTermsJson.Read(stage).Teams);
        var plan = input.PlanOf(terms, form.Courses.Select(course => course.Slug));
        this.CheckStage(text, terms, plan, await gives.FaultsAsync(input, contest.OrganizationId, before: contest.CreditMinutes, cancel));
        if (ModelState.IsValid)
        {
            switch (await save.RunAsync(contest.OrganizationId, contest.Id, input, terms, plan, cancel))
            {
                case ContestSaved.Done:
                    return Redirect($"/contests/{code}/stage/settings");
                case ContestSaved.Short:
                    ModelState.AddModelError(nameof(input.Courses), text["Refusal_Short", terms.Drawn]);
                    break;
                case ContestSaved.Changed:
                    return await ChangedAsync(code, cancel);
                default:
                    throw new UnreachableException();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("StageEdit", form);
    }

    /// <summary>Lets the teams take their seats; from then on nothing of it changes.</summary>
    [HttpPost("preparation")]
    public async Task<IActionResult> Prepare(string code, int version, CancellationToken cancel) => await find.HeldAsync(code, cancel) switch
    {
        null or { IsStage: false } => NotFound(),
        var contest when await prepare.RunAsync(contest.Id, version, cancel) => Redirect($"/contests/{code}/host"),
        _ => await ChangedAsync(code, cancel),
    };

    /// <summary>The second of two is told, and sees what stands now.</summary>
    private async Task<IActionResult> ChangedAsync(string code, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        ModelState.AddModelError("", text["Refusal_Changed"]);
        var now = await find.HeldAsync(code, cancel) ?? throw new InvalidOperationException("A contest is never deleted.");
        return View("StageEdit", await forms.OfAsync(now, null, cancel));
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests;

/// <summary>What is agreed for a contest, and the questions that were drawn for it; saving draws anew.</summary>
[Route("contests/{code}/settings")]
public sealed class ContestSettingsController(FindContest find, ContestForms forms, SaveContest save, PrepareContest prepare, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) => await find.HeldAsync(code, cancel) switch
    {
        null => NotFound(),
        { IsStage: true } => Redirect($"/contests/{code}/stage/settings"),
        { MayBeChanged: false } => Redirect($"/contests/{code}/host"),
        var contest => View("ContestsEdit", await forms.OfAsync(contest, null, cancel)),
    };

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Update(string code, ContestInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { IsStage: false } contest)
        {
            return NotFound();
        }

        var form = await forms.OfAsync(contest, input, cancel);
        var plan = input.PlanOf(form.Courses.Select(course => course.Slug));
        foreach (var (field, key) in await forms.FaultsAsync(input, plan, contest.OrganizationId, before: contest.CreditMinutes, cancel))
        {
            ModelState.AddModelError(field, text[key, ContestPlan.MostQuestions]);
        }

        if (ModelState.IsValid)
        {
            switch (await save.RunAsync(contest.OrganizationId, contest.Id, input, plan, cancel))
            {
                case ContestSaved.Done:
                    return Redirect($"/contests/{code}/settings");
                case ContestSaved.Short:
                    ModelState.AddModelError(nameof(input.Courses), text["Refusal_Short"]);
                    break;
                case ContestSaved.Changed:
                    return await ChangedAsync(code, cancel);
                default:
                    throw new UnreachableException();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("ContestsEdit", form);
    }

    /// <summary>Opens joining; from then on nothing of it changes.</summary>
    [HttpPost("preparation"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Prepare(string code, int version, CancellationToken cancel) => await find.HeldAsync(code, cancel) switch
    {
        null or { IsStage: true } => NotFound(),
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
        return View("ContestsEdit", await forms.OfAsync(now, null, cancel));
    }
}

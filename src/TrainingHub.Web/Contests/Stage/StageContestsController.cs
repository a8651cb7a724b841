using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Stage;

/// <summary>A new contest between teams on a stage, begun with a rule set that is ready to use.</summary>
[Route("contests/stages"), Require(Capability.ManageQuizzes)]
public sealed class StageContestsController(StageForms forms, ContestForms owners, SaveStage save, IStringLocalizer<StageText> text) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(StagePreset preset, CancellationToken cancel)
    {
        preset = Known(preset);
        var terms = StagePresets.Of(preset) with
        {
            Teams = [.. Enumerable.Range(1, StagePresets.Teams).Select(number => new StageTeam { Name = text["Team_Default", number], Members = StagePresets.Members })],
        };
        return View("StageEdit", await forms.NewAsync(preset, StageInput.Of(terms), cancel));
    }

    [HttpPost]
    public async Task<IActionResult> Create(StagePreset preset, StageInput input, CancellationToken cancel)
    {
        var (owner, form) = (await owners.OwnerAsync(input.Organization, cancel), await forms.NewAsync(Known(preset), input, cancel));
        if (owner is null)
        {
            // A unit out of reach was never offered: to name one is answered as naming none.
            ModelState.AddModelError(nameof(input.Organization), text["Required_Owner"]);
        }

        var terms = input.TermsOf([]);
        var plan = input.PlanOf(terms, form.Courses.Select(course => course.Slug));
        this.CheckStage(text, terms, plan, await owners.FaultsAsync(input, owner, before: 0, cancel));
        if (ModelState.IsValid && owner is { } ownerId)
        {
            switch (await save.RunAsync(ownerId, null, input, terms, plan, cancel))
            {
                case ContestSaved.Done(var code):
                    return Redirect($"/contests/{code}/stage/settings");
                case ContestSaved.Short:
                    ModelState.AddModelError(nameof(input.Courses), text["Refusal_Short", terms.Drawn]);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("StageEdit", form);
    }

    private static StagePreset Known(StagePreset preset) => Enum.IsDefined(preset) ? preset : StagePreset.A;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Stage;

/// <summary>What who leads a contest on a stage does, for themselves or for a team without a device.</summary>
[Route("contests/{code}/stage/steps"), Require(Capability.ManageQuizzes)]
public sealed class StageStepsController(HostQuery hosts, StageHosts stages, FindContest find, ContestWriter writer, IStringLocalizer<StageText> text) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string code, StageStepInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { IsStage: true } contest)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !input.IsSound)
        {
            return await RefuseAsync(code, StatusCodes.Status422UnprocessableEntity, "Bad_Step", cancel);
        }

        var isRuling = input.Kind is ContestEntryKind.Ruled;
        var step = new ContestAction.Step(
            contest.Id, input.Kind, input.After, input.Item, isRuling ? null : input.Team, input.LogText, input.Kind is ContestEntryKind.Chosen or ContestEntryKind.Adjusted ? input.Amount : null, input.Reason, User.PersonId, cancel)
        {
            Device = input.Device,
        };
        return await writer.RunAsync(step, cancel) switch
        {
            ActionOutcome.Written => Redirect($"/contests/{code}/host"),
            ActionOutcome.Refused(ContestRefusal.NoSuchAnswer) => await RefuseAsync(code, StatusCodes.Status422UnprocessableEntity, "Refusal_NoSuchAnswer", cancel),
            ActionOutcome.Refused(ContestRefusal.Stale) => await RefuseAsync(code, StatusCodes.Status409Conflict, "Refusal_Stale", cancel),
            _ => await RefuseAsync(code, StatusCodes.Status409Conflict, "Refusal_NotNow", cancel),
        };
    }

    private async Task<IActionResult> RefuseAsync(string code, int status, string key, CancellationToken cancel)
    {
        Response.StatusCode = status;
        ModelState.Clear();
        ModelState.AddModelError("", text[key]);
        return await hosts.RunAsync(code, cancel) is { } page ? View(StageHosts.Page, await stages.OfAsync(page, cancel)) : NotFound();
    }
}

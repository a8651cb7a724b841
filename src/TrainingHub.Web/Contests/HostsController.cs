using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.People;

namespace TrainingHub.Contests;

/// <summary>The host's console. A laptop that is closed stops nothing: the contest waits, and any other browser of a host goes on with it.</summary>
[Route("contests/{code}")]
public sealed class HostsController(HostQuery hosts, FindContest find, ContestWriter writer, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet("host"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Show(string code, [FromServices] StageHosts stages, CancellationToken cancel) => await hosts.RunAsync(code, cancel) switch
    {
        null => NotFound(),
        { Contest.IsStage: true } page => View(StageHosts.Page, await stages.OfAsync(page, cancel)),
        var page => View(page),
    };

    /// <summary>What changes, for a page that stays open.</summary>
    [HttpGet("host/now"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Now(string code, [FromServices] StageHosts stages, CancellationToken cancel) => await hosts.RunAsync(code, cancel) switch
    {
        null or { Facts: null } => NotFound(),
        { Contest.IsStage: true } page => PartialView(StageHosts.Part, stages.Of(page)),
        var page => PartialView("_Host", page),
    };

    /// <summary>Codes of a stage's teams, and how many devices each has now.</summary>
    [HttpGet("host/devices"), Require(Capability.ManageQuizzes), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Devices(string code, [FromServices] StageHosts stages, CancellationToken cancel) =>
        await hosts.RunAsync(code, cancel) is { Facts: not null, Contest.IsStage: true } page ? PartialView(StageHosts.DevicesPart, await stages.OfAsync(page, cancel)) : NotFound();

    [HttpPost("steps"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Step(string code, StepInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { IsStage: false } contest)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !input.IsSound)
        {
            return await RefuseAsync(code, StatusCodes.Status422UnprocessableEntity, "Bad_Step", cancel);
        }

        var isRuling = input.Kind is ContestEntryKind.Ruled;
        var isAdjusting = input.Kind is ContestEntryKind.Adjusted;
        var outcome = await writer.RunAsync(
            new ContestAction.Step(
                contest.Id, input.Kind, input.After, isAdjusting ? null : input.Item, isAdjusting ? input.Seat : null, isRuling ? input.Text : null, isAdjusting ? input.Amount : null, input.Reason, User.PersonId, cancel),
            cancel);
        return outcome switch
        {
            ActionOutcome.Written => Redirect($"/contests/{code}/host"),
            ActionOutcome.Refused(ContestRefusal.NoSuchAnswer) => await RefuseAsync(code, StatusCodes.Status422UnprocessableEntity, "Refusal_NoSuchAnswer", cancel),
            ActionOutcome.Refused(var why) => await RefuseAsync(code, StatusCodes.Status409Conflict, why is ContestRefusal.Stale ? "Refusal_Stale" : "Refusal_NotNow", cancel),
            _ => await RefuseAsync(code, StatusCodes.Status409Conflict, "Refusal_NotNow", cancel),
        };
    }

    private async Task<IActionResult> RefuseAsync(string code, int status, string key, CancellationToken cancel)
    {
        Response.StatusCode = status;
        ModelState.Clear();
        ModelState.AddModelError("", text[key]);
        return await hosts.RunAsync(code, cancel) is { } page ? View("HostsShow", page) : NotFound();
    }
}

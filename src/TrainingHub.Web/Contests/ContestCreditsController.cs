using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Contests.Awards;
using TrainingHub.People;

namespace TrainingHub.Contests;

/// <summary>学时 of a contest: confirmed by who holds it, taken back by who may revoke records.</summary>
[Route("contests/{code}/credits")]
public sealed class ContestCreditsController(CreditsQuery credits, FindContest find, CreditContest give, RevokeCredit revoke, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Index(string code, int page, CancellationToken cancel) => await credits.RunAsync(code, page, cancel) is { } found ? View(found) : NotFound();

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string code, CancellationToken cancel) => await find.HeldAsync(code, cancel) is not { } contest
        ? NotFound()
        : await give.RunAsync(contest, cancel) switch
        {
            CreditOutcome.Done => Redirect($"/contests/{code}/credits"),
            var outcome => await RefuseAsync(code, text[$"Credit_{outcome}"], StatusCodes.Status409Conflict, cancel),
        };

    [HttpPost("{credit:guid}/revocation"), Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Revoke(string code, Guid credit, AwardRevocationInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { } contest || !await credits.MayRevokeAsync(contest, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await RefuseAsync(code, null, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await revoke.RunAsync(contest.Id, credit, input.Reason, cancel) switch
        {
            null => NotFound(),
            true => Redirect($"/contests/{code}/credits"),
            false => await RefuseAsync(code, text["Credit_Revoked"], StatusCodes.Status409Conflict, cancel),
        };
    }

    private async Task<IActionResult> RefuseAsync(string code, string? why, int status, CancellationToken cancel)
    {
        if (why is not null)
        {
            ModelState.AddModelError("", why);
        }

        Response.StatusCode = status;
        return await credits.RunAsync(code, 1, cancel) is { } page ? View("ContestCreditsIndex", page) : NotFound();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests;

/// <summary>Sends what the hall got wrong into everyone's mistakes.</summary>
[Route("contests/{code}/mistakes"), Require(Capability.ManageQuizzes)]
public sealed class ContestMistakesController(FindContest find, SendMistakes send, ContestResultQuery results, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string code, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { IsStage: false } contest)
        {
            return NotFound();
        }

        if (await send.RunAsync(contest.Id, cancel) is not null)
        {
            return Redirect($"/contests/{code}/results");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", text["Refusal_NotNow"]);
        return await results.RunAsync(code, 1, cancel) is { } page ? View("ContestResultsShow", page) : NotFound();
    }
}

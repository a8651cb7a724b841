using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.People;

namespace TrainingHub.Contests;

/// <summary>Sends what the hall got wrong into everyone's mistakes; of a stage what the teams did into those of their members, and of the audience that was invited.</summary>
[Route("contests/{code}/mistakes"), Require(Capability.ManageQuizzes)]
public sealed class ContestMistakesController(
    FindContest find, SendMistakes send, ContestResultQuery results, StageSheetQuery sheets, InvitedQuery invited, IStringLocalizer<ContestsText> text) : Controller
{
    private const int MostShown = 5;

    [HttpPost]
    public async Task<IActionResult> Create(string code, MistakesInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { } contest)
        {
            return NotFound();
        }

        var audience = contest.IsStage && ModelState.IsValid ? await AudienceAsync(input.Audience, cancel) : [];
        if (!ModelState.IsValid)
        {
            return await RefuseAsync(contest, input, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        if (await send.RunAsync(contest, audience, cancel) is not null)
        {
            return Redirect(contest.IsStage ? $"/contests/{code}/sheet" : $"/contests/{code}/results");
        }

        ModelState.AddModelError("", text["Refusal_NotNow"]);
        return await RefuseAsync(contest, input, StatusCodes.Status409Conflict, cancel);
    }

    /// <summary>What cannot be read stands in the model state.</summary>
    private async Task<IReadOnlyCollection<Guid>> AudienceAsync(string? typed, CancellationToken cancel)
    {
        var (people, unknown) = await invited.RunAsync(typed, cancel);
        if (unknown.Count > 0)
        {
            ModelState.AddModelError(nameof(MistakesInput.Audience), text["Bad_Audience", unknown.Count, string.Join(text["Listing"].Value, unknown.Take(MostShown))]);
        }
        else if (people.Count > InvitedQuery.Most)
        {
            ModelState.AddModelError(nameof(MistakesInput.Audience), text["Many_Audience", InvitedQuery.Most]);
        }

        return people;
    }

    private async Task<IActionResult> RefuseAsync(Contest contest, MistakesInput input, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        if (contest.IsStage)
        {
            return await sheets.RunAsync(contest.Code, cancel) is { } sheet ? View("/Contests/Stage/StageSheetsShow.cshtml", sheet with { Audience = input.Audience }) : NotFound();
        }

        return await results.RunAsync(contest.Code, 1, cancel) is { } page ? View("ContestResultsShow", page) : NotFound();
    }
}

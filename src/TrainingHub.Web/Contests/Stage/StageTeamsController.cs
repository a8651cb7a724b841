using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>A team's device: it takes the team's seat with the key that the host hands out, then buzzes, chooses and answers for that team and no other.</summary>
[Route("contests/{code}")]
public sealed class StageTeamsController(FindContest find, ContestRooms rooms, ContestWriter writer, PlayerPapers papers, CurrentPerson current, Db db, ContestClock time, DayClock clock, IStringLocalizer<StageText> text) : Controller
{
    [HttpGet("team"), Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (await find.SeatAsync(code, cancel) is ({ Stage: { } terms } room, var seat))
        {
            return View(new StageTeamPage(code, room.Title, terms, seat, null, null, room.Read(state => state.Stage?.DeviceOf(seat) ?? 0)));
        }

        return await RoomAsync(code, cancel) is { Stage: { } agreed } other
            ? View(new StageTeamPage(code, other.Title, agreed, null, null, null) { IsOut = HttpContext.SeatHash(code) is not null, Final = await FinalAsync(other, agreed, cancel) })
            : await LostAsync(code, cancel);
    }

    [HttpGet("teams/{key}"), Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> New(string code, string key, CancellationToken cancel) =>
        await RoomAsync(code, cancel) is not { Stage: { } terms } room ? await LostAsync(code, cancel)
        : NumberOf(terms, key) is { } team ? View("StageTeamsShow", new StageTeamPage(code, room.Title, terms, team, key, SeatTokens.New()))
        // The code that a team had at first is no guess.
        : terms.Teams.Any(one => string.Equals(one.Key, key, StringComparison.Ordinal)) ? View("StageTeamsShow", new StageTeamPage(code, room.Title, terms, null, null, null) { IsOut = true })
        : await LostAsync(code, cancel);

    [HttpPost("teams/{key}"), Public]
    public async Task<IActionResult> Create(string code, string key, string? token, CancellationToken cancel)
    {
        if (await RoomAsync(code, cancel) is not { Stage: { } terms } room || NumberOf(terms, key) is not { } team)
        {
            return await LostAsync(code, cancel);
        }

        var mayJoin = !await papers.AreAtRiskAsync(room.Id, cancel);
        if (mayJoin && token is not null && SeatTokens.HashOf(token) is { } hash && await writer.RunAsync(new ContestAction.TakeTeam(room.Id, hash, team, key, cancel), cancel) is ActionOutcome.Written)
        {
            HttpContext.KeepSeat(code, token);
            return Redirect($"/contests/{code}/team");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("", text[mayJoin ? "Refusal_NotJoining" : "Refusal_OnPaper"]);
        return View("StageTeamsShow", new StageTeamPage(code, room.Title, terms, team, key, SeatTokens.New()));
    }

    /// <summary>Whose it is, the seat's token says and nothing else.</summary>
    [HttpPost("moves"), Public]
    public async Task<IActionResult> Move(string code, StageMoveInput input, CancellationToken cancel)
    {
        var moment = time.Now;
        if (await find.SeatAsync(code, cancel) is not ({ IsStage: true } room, var team))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !input.IsSound)
        {
            return UnprocessableEntity(new { refusal = nameof(ContestRefusal.NoSuchAnswer) });
        }

        var move = new ContestAction.Move(
            room.Id, team, input.Kind, input.Item, input.Kind is ContestEntryKind.Chosen ? StageChoice.TextOf(input.To) : input.Choice, input.Points, input.Id, room.TimeOf(moment), cancel);
        return await writer.RunAsync(move, CancellationToken.None) switch
        {
            ActionOutcome.Written(var number, var written, _, var kind) => Json(new { number, kind, at = clock.InZone(written).Clock() }),
            ActionOutcome.Refused(ContestRefusal.NoSuchAnswer) => UnprocessableEntity(new { refusal = nameof(ContestRefusal.NoSuchAnswer) }),
            ActionOutcome.Refused(var why) => Conflict(new { refusal = why.ToString() }),
            _ => NotFound(),
        };
    }

    /// <summary>Who was named as a member is told how it ended, with or without a device of the team.</summary>
    private async Task<(StageFacts Facts, int Team)?> FinalAsync(ContestRoom room, StageTerms terms, CancellationToken cancel)
    {
        if (!current.IsSignedIn || StageFacts.Of(room, time.Now) is not { Phase: StagePhase.Finished } facts)
        {
            return null;
        }

        var personId = current.Id;
        var key = await db.StageMembers.Where(member => member.ContestId == room.Id && member.PersonId == personId).Select(member => member.TeamKey).SingleOrDefaultAsync(cancel);
        return terms.Teams.Index().Where(team => string.Equals(team.Item.Key, key, StringComparison.Ordinal)).Select(team => ((StageFacts, int)?)(facts, team.Index + 1)).FirstOrDefault();
    }

    private async Task<ContestRoom?> RoomAsync(string code, CancellationToken cancel) =>
        await find.ByCodeAsync(code, cancel) is { IsStage: true } contest ? await rooms.FindAsync(contest.Id, cancel) : null;

    private static int? NumberOf(StageTerms terms, string key) =>
        terms.Teams.Index().Where(team => string.Equals(team.Item.Code, key, StringComparison.Ordinal)).Select(team => (int?)team.Index + 1).FirstOrDefault();

    /// <summary>Whoever has the right code is told when they are too early; everything else counts as a guess.</summary>
    private async Task<IActionResult> LostAsync(string code, CancellationToken cancel)
    {
        if (await find.ByCodeAsync(code, cancel) is { IsStage: true, PreparedAt: null } draft)
        {
            return View("StageTeamsShow", new StageTeamPage(code, draft.Title, null, null, null, null));
        }

        if (find.IsGuessing)
        {
            Response.Headers.RetryAfter = "600";
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        find.Missed();
        return NotFound();
    }
}

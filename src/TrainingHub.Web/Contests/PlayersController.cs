using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.Contests;

/// <summary>The player's page of a contest: taking a seat, then playing. Its address is what the code in the hall says.</summary>
[Route("contests/{code}")]
public sealed class PlayersController(FindContest find, ContestRooms rooms, ContestWriter writer, CurrentPerson current, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet, Public]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (await find.SeatAsync(code, cancel) is var (room, seat))
        {
            return View(PageOf(room, seat, new JoinInput()));
        }

        var (contest, status) = await FindAsync(code, cancel);
        return contest is null ? StatusCode(status) : View(await PageAsync(contest, new JoinInput { Token = SeatTokens.New() }, cancel));
    }

    [HttpPost("seats"), Public]
    public async Task<IActionResult> Create(string code, JoinInput input, CancellationToken cancel)
    {
        if (await find.SeatAsync(code, cancel) is not null)
        {
            return Redirect($"/contests/{code}");
        }

        var (contest, status) = await FindAsync(code, cancel);
        if (contest is null)
        {
            return StatusCode(status);
        }

        var refusal = ContestRefusal.NotJoining;
        if (ModelState.IsValid && contest.PreparedAt is not null)
        {
            var outcome = await TakeAsync(contest, input, cancel);
            if (outcome is ActionOutcome.Written && input.Token is { } token)
            {
                HttpContext.KeepSeat(code, token);
                return Redirect($"/contests/{code}");
            }

            refusal = outcome is ActionOutcome.Refused(var why) ? why : ContestRefusal.NotJoining;
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", text[$"Refusal_{refusal}"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("PlayersShow", await PageAsync(contest, input with { Token = SeatTokens.HashOf(input.Token) is null ? SeatTokens.New() : input.Token }, cancel));
    }

    private async Task<ActionOutcome> TakeAsync(Contest contest, JoinInput input, CancellationToken cancel)
    {
        if (SeatTokens.HashOf(input.Token) is not { } hash)
        {
            return new ActionOutcome.Refused(ContestRefusal.NotJoining);
        }

        if (current.IsSignedIn)
        {
            return await writer.RunAsync(new ContestAction.Join(contest.Id, hash, current.Id, (await current.CardAsync()).Name, place: null, input.Team, cancel), cancel);
        }

        return ContestNames.Clean(input.Name) is not { } name || ContestNames.CleanPlace(input.Place) is not { } place
            ? new ActionOutcome.Refused(ContestRefusal.BadName)
            : await writer.RunAsync(new ContestAction.Join(contest.Id, hash, personId: null, name, place, input.Team, cancel), cancel);
    }

    /// <summary>By its code; without one the status of the answer.</summary>
    private async Task<(Contest? Contest, int Status)> FindAsync(string code, CancellationToken cancel)
    {
        if (find.IsGuessing)
        {
            Response.Headers.RetryAfter = "600";
            return (null, StatusCodes.Status429TooManyRequests);
        }

        if (await find.ByCodeAsync(code, cancel) is { } contest)
        {
            return (contest, StatusCodes.Status200OK);
        }

        find.Missed();
        return (null, StatusCodes.Status404NotFound);
    }

    private async Task<PlayerPage> PageAsync(Contest contest, JoinInput input, CancellationToken cancel) =>
        await rooms.FindAsync(contest.Id, cancel) is { } room
            ? PageOf(room, null, input)
            : new PlayerPage { Code = contest.Code, Title = contest.Title, Rules = null, IsFinished = false, AllowsGuests = contest.AllowsGuests, Teams = contest.TeamNames, Seat = null, Input = input };

    private static PlayerPage PageOf(ContestRoom room, int? seat, JoinInput input) => room.Read(state => new PlayerPage
    {
        Code = room.Code,
        Title = room.Title,
        Rules = state.Rules,
        IsFinished = state.Phase is ContestPhase.Finished,
        AllowsGuests = room.AllowsGuests,
        Teams = room.Teams,
        Seat = seat is { } number ? room.Seat(number) ?? throw new UnreachableException() : null,
        Input = input,
    });
}

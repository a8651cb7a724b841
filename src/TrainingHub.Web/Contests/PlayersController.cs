using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.Contests;

/// <summary>The player's page of a contest: taking a seat, then playing. Its address is what the code in the hall says.</summary>
[Route("contests/{code}")]
public sealed class PlayersController(
    FindContest find, ContestRooms rooms, ContestWriter writer, PlayerPapers papers, CurrentPerson current, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet, Public]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (await find.SeatAsync(code, cancel) is var (room, seat))
        {
            return room.IsStage ? Redirect($"/contests/{code}/team") : View(PageOf(room, seat, new JoinInput()));
        }

        var (contest, status) = await FindAsync(code, cancel);
        return contest is { IsStage: true } ? Redirect($"/contests/{code}/team") : contest is null ? StatusCode(status) : View(await PageAsync(contest, new JoinInput { Token = SeatTokens.New() }, cancel));
    }

    [HttpPost("seats"), Public]
    public async Task<IActionResult> Create(string code, JoinInput input, CancellationToken cancel)
    {
        if (await find.SeatAsync(code, cancel) is not null)
        {
            return Redirect($"/contests/{code}");
        }

        var (contest, status) = await FindAsync(code, cancel);
        if (contest is null or { IsStage: true })
        {
            return contest is null ? StatusCode(status) : NotFound();
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
        if (refusal is ContestRefusal.TooManyJoins)
        {
            Wait();
        }

        return View("PlayersShow", await PageAsync(contest, input with { Token = SeatTokens.New() }, cancel));
    }

    private async Task<ActionOutcome> TakeAsync(Contest contest, JoinInput input, CancellationToken cancel)
    {
        if (SeatTokens.HashOf(input.Token) is not { } hash)
        {
            return new ActionOutcome.Refused(ContestRefusal.NotJoining);
        }

        if (await papers.AreAtRiskAsync(contest.Id, cancel))
        {
            return new ActionOutcome.Refused(ContestRefusal.OnPaper);
        }

        if (contest.IsOfClasses)
        {
            // Whoever is signed in on it: it is a device of a class, and nothing says whose.
            return await CrowdAsync(new ContestAction.Join(contest.Id, hash, personId: null, name: null, place: null, input.Team, cancel), contest, cancel);
        }

        if (current.IsSignedIn)
        {
            return await writer.RunAsync(new ContestAction.Join(contest.Id, hash, current.Id, (await current.CardAsync()).Name, place: null, input.Team, cancel), cancel);
        }

        if (ContestNames.Clean(input.Name) is not { } name || ContestNames.CleanPlace(input.Place) is not { } place)
        {
            return new ActionOutcome.Refused(ContestRefusal.BadName);
        }

        return await CrowdAsync(new ContestAction.Join(contest.Id, hash, personId: null, name, place, input.Team, cancel), contest, cancel);
    }

    /// <summary>Joining without an account: no more from one address than a contest has seats.</summary>
    private async Task<ActionOutcome> CrowdAsync(ContestAction.Join join, Contest contest, CancellationToken cancel)
    {
        if (find.IsCrowded(contest.Code))
        {
            return new ActionOutcome.Refused(ContestRefusal.TooManyJoins);
        }

        // Before the seat is written: who sends many at once is counted as well.
        find.Joined(contest.Code);
        return await writer.RunAsync(join, cancel);
    }

    private void Wait() => (Response.StatusCode, Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "600");

    /// <summary>By its code; without one the status of the answer.</summary>
    private async Task<(Contest? Contest, int Status)> FindAsync(string code, CancellationToken cancel)
    {
        // Who has the right code is let in, however many behind the same address have mistyped it.
        if (await find.ByCodeAsync(code, cancel) is { } contest)
        {
            return (contest, StatusCodes.Status200OK);
        }

        if (find.IsGuessing)
        {
            Wait();
            return (null, StatusCodes.Status429TooManyRequests);
        }

        find.Missed();
        return (null, StatusCodes.Status404NotFound);
    }

    private async Task<PlayerPage> PageAsync(Contest contest, JoinInput input, CancellationToken cancel) =>
        contest.PreparedAt is not null && await rooms.FindAsync(contest.Id, cancel) is { } room
            ? PageOf(room, null, input)
            : new PlayerPage { Code = contest.Code, Title = contest.Title, Rules = null, IsFinished = false, IsClosed = false, IsOfClasses = contest.IsOfClasses, AllowsGuests = contest.AllowsGuests, Teams = contest.TeamNames, Seat = null, Input = input };

    private PlayerPage PageOf(ContestRoom room, int? seat, JoinInput input) => room.Read(state => new PlayerPage
    {
        Code = room.Code,
        Title = room.Title,
        Rules = state.Rules,
        IsFinished = state.Phase is ContestPhase.Finished,
        // Who has a seat from another phone comes back to it.
        IsClosed = state.IsJoiningClosed && !(current.IsSignedIn && room.SeatOf(current.Id) is not null),
        IsOfClasses = room.IsOfClasses,
        AllowsGuests = room.AllowsGuests,
        Teams = room.Teams,
        Final = seat is null && state.Phase is ContestPhase.Finished && current.IsSignedIn && room.SeatOf(current.Id) is { } own && state.Ranking.FirstOrDefault(line => line.Seat == own.Number) is { } ended ? (ended, state.Ranking.Count) : null,
        Seat = seat is { } number ? room.Seat(number) ?? throw new UnreachableException() : null,
        Input = input,
    });
}

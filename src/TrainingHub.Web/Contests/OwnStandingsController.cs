using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>How the seat stands that this browser holds: its points, its rank and what it answered to the present question.</summary>
[Route("contests/{code}/seat")]
public sealed class OwnStandingsController(ContestRooms rooms, DayClock clock) : Controller
{
    [HttpGet, Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) =>
        await rooms.FindSeatAsync(HttpContext, code, cancel) is var (room, seat) ? Content(ContestView.Write(room.Read(state => FactsOf(state, seat))), "application/json; charset=utf-8") : NotFound();

    private object FactsOf(ContestState state, int seat)
    {
        var line = state.Ranking.FirstOrDefault(one => one.Seat == seat);
        var (question, answer) = (state.Current, state.Current?.Answers.GetValueOrDefault(seat));
        return new
        {
            seat,
            number = state.PublicNumber,
            points = line?.Points ?? 0,
            rank = line?.Rank,
            of = state.Seats.Count,
            gained = line?.Gained,
            moved = line?.Moved,
            item = state.Item,
            answer = answer is null ? null : new { number = answer.Number, choice = answer.Text, at = clock.InZone(answer.At).Clock() },
            isRight = question is { Counts: true } && answer is not null ? question.IsRight(answer.Text) : (bool?)null,
        };
    }
}

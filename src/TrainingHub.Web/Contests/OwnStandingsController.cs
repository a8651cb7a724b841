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
        await rooms.FindSeatAsync(HttpContext, code, cancel) is var (room, seat) ? Content(ContestView.Write(room.Read(state => FactsOf(room, state, seat))), "application/json; charset=utf-8") : NotFound();

    /// <summary>Of a device of a class: how the class stands; there is no ranking of children.</summary>
    private object FactsOf(ContestRoom room, ContestState state, int seat)
    {
        var (ranked, scale) = room.IsOfClasses ? (room.Seat(seat)?.Team + 1, 100m) : (seat, 1m);
        var line = state.Ranking.FirstOrDefault(one => one.Seat == ranked);
        var (question, answer) = (state.Current, state.Current?.Answers.GetValueOrDefault(seat));
        return new
        {
            seat,
            number = state.PublicNumber,
            points = (line?.Points ?? 0) / scale,
            rank = line?.Rank,
            of = state.Ranking.Count,
            gained = line?.Gained / scale,
            moved = line?.Moved,
            item = state.Item,
            answer = answer is null ? null : new { number = answer.Number, choice = answer.Text, at = clock.InZone(answer.At).Clock() },
            isRight = question is { Counts: true } && answer is not null ? question.IsRight(answer.Text) : (bool?)null,
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Contests;

/// <summary>What phones and the hall are told while a contest goes on. For who has a seat, and with <c>role=hall</c> for who holds the contest; anybody else finds nothing.</summary>
[Route("contests/{code}")]
public sealed class FeedsController(ContestRooms rooms, ContestFeed feed, IHostApplicationLifetime lifetime, ContestClock time) : Controller
{
    private const string Hall = "hall";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [HttpGet("feed"), Public]
    public async Task<IActionResult> Show(string code, string? role, CancellationToken cancel)
    {
        if (await RoomAsync(code, role, cancel) is not var (room, seat))
        {
            return NotFound();
        }

        await feed.RunAsync(HttpContext, room, seat);
        return new EmptyResult();
    }

    /// <summary>The same for a browser or a network that cannot keep a feed open: answers when something has happened, at the latest after twenty seconds.</summary>
    [HttpGet("state"), Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> State(string code, string? role, int after, CancellationToken cancel)
    {
        if (await RoomAsync(code, role, cancel) is not var (room, _))
        {
            return NotFound();
        }

        var moved = room.Moved;
        if (room.PublicNumber <= after)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
            await Task.WhenAny(moved, Task.Delay(Patience, ending.Token));
            await ending.CancelAsync();
        }

        return Content(room.Now(IsHall(role), time.Now).Data, "application/json; charset=utf-8");
    }

    /// <summary>The server's clock, by which a phone measures its round trip.</summary>
    [HttpGet("clock"), Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Clock(string code, CancellationToken cancel) =>
        await rooms.FindSeatAsync(HttpContext, code, cancel) is null ? NotFound() : Json(new { now = ContestView.Milliseconds(time.Now.At) });

    // Thousands of feeds stay open: only who asks for the hall's needs the database, and with it a context for as long.
    private async Task<(ContestRoom Room, int? Seat)?> RoomAsync(string code, string? role, CancellationToken cancel)
    {
        if (!IsHall(role))
        {
            return await rooms.FindSeatAsync(HttpContext, code, cancel);
        }

        return await HttpContext.RequestServices.GetRequiredService<FindContest>().HeldAsync(code, cancel) is { } contest && await rooms.FindAsync(contest.Id, cancel) is { } room ? (room, null) : null;
    }

    private static bool IsHall(string? role) => string.Equals(role, Hall, StringComparison.Ordinal);
}

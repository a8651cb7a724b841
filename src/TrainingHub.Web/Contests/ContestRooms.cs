using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>The contests that this process follows. A process that was started in the middle of one reads its log and goes on.</summary>
public sealed class ContestRooms(IServiceScopeFactory scopes, QuestionShelf questionShelf, DayClock clock) : IDisposable
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<Guid, ContestRoom> _rooms = [];
    private readonly ConcurrentDictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _loading = new(1, 1);

    /// <summary>Those in memory.</summary>
    public IEnumerable<ContestRoom> Known => _rooms.Values;

    /// <summary>Null when there is no such contest, or nobody can join it yet.</summary>
    public async ValueTask<ContestRoom?> FindAsync(string code, CancellationToken cancel) =>
        _ids.TryGetValue(code, out var id) && _rooms.TryGetValue(id, out var room) ? room : await LoadAsync(contest => contest.Code == code, cancel);

    public async ValueTask<ContestRoom?> FindAsync(Guid id, CancellationToken cancel) =>
        _rooms.TryGetValue(id, out var room) ? room : await LoadAsync(contest => contest.Id == id, cancel);

    /// <summary>Reads what other processes have appended.</summary>
    public async Task CatchUpAsync(ContestRoom room, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await CatchUpAsync(room, scope.ServiceProvider.GetRequiredService<Db>(), cancel);
    }

    public async Task CatchUpAsync(ContestRoom room, Db db, CancellationToken cancel)
    {
        await room.Reading.WaitAsync(cancel);
        try
        {
            var known = room.Number;
            var entries = await db.ContestEntries.AsNoTracking().Where(entry => entry.ContestId == room.Id && entry.Number > known).OrderBy(entry => entry.Number).ToListAsync(cancel);
            if (entries.Exists(entry => entry.Kind is ContestEntryKind.Joined))
            {
                await ReadSeatsAsync(room, db, cancel);
            }

            room.Take(entries, clock.Now);
        }
        finally
        {
            room.Reading.Release();
        }
    }

    /// <summary>The seat that a token opens; null when it opens none.</summary>
    public async ValueTask<int?> FindSeatAsync(ContestRoom room, string hash, CancellationToken cancel)
    {
        if (room.FindKey(hash) is { } known)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await db.ContestKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash && key.ContestId == room.Id, cancel) is not { } key)
        {
            return null;
        }

        if (room.Seat(key.Seat) is null)
        {
            await CatchUpAsync(room, db, cancel);
        }

        room.Keep(hash, key.Seat);
        return key.Seat;
    }

    /// <summary>The prepared contest and the seat that this browser holds in it; null when it holds none.</summary>
    public async ValueTask<(ContestRoom Room, int Seat)?> FindSeatAsync(HttpContext http, string code, CancellationToken cancel) =>
        http.SeatHash(code) is { } hash && await FindAsync(code, cancel) is { } room && await FindSeatAsync(room, hash, cancel) is { } seat ? (room, seat) : null;

    /// <summary>Forgets all: what is asked for next is read from the log.</summary>
    public void Forget() => _rooms.Clear();

    public void Dispose()
    {
        foreach (var room in _rooms.Values)
        {
            room.Dispose();
        }

        _loading.Dispose();
    }

    private async Task<ContestRoom?> LoadAsync(System.Linq.Expressions.Expression<Func<Contest, bool>> which, CancellationToken cancel)
    {
        await _loading.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (await db.Contests.AsNoTracking().Where(which).SingleOrDefaultAsync(contest => contest.PreparedAt != null, cancel) is not { } contest)
            {
                return null;
            }

            if (_rooms.TryGetValue(contest.Id, out var known))
            {
                return known;
            }

            var items = await db.ContestItems.AsNoTracking().Where(item => item.ContestId == contest.Id).OrderBy(item => item.Number).ToListAsync(cancel);
            var questions = await questionShelf.QuestionsAsync([.. items.Select(item => item.QuestionHash)], cancel);
            var room = new ContestRoom(contest, [.. items.Select(item => new ContestCard(item.Number, questions[item.QuestionHash], item.Order))]);
            await CatchUpAsync(room, db, cancel);
            DropIdle();
            _ids[contest.Code] = contest.Id;
            return _rooms[contest.Id] = room;
        }
        finally
        {
            _loading.Release();
        }
    }

    private static async Task ReadSeatsAsync(ContestRoom room, Db db, CancellationToken cancel)
    {
        var known = room.LastSeat;
        var seats = await (
            from seat in db.ContestSeats.AsNoTracking()
            where seat.ContestId == room.Id && seat.Number > known
            join p in db.People on seat.PersonId equals (Guid?)p.Id into ps
            from person in ps.DefaultIfEmpty()
            select new { Seat = seat, Name = person == null ? seat.GuestName : person.AnonymizedAt == null ? person.Name : null }).ToListAsync(cancel);
        foreach (var one in seats)
        {
            room.Keep(new SeatCard(one.Seat.Number, one.Seat.PersonId, one.Name, one.Seat.Place, one.Seat.Team));
        }
    }

    private void DropIdle()
    {
        if (_rooms.Count < MostKept)
        {
            return;
        }

        foreach (var room in _rooms.Values.Where(room => !room.IsHeard))
        {
            _rooms.TryRemove(room.Id, out _);
        }
    }
}

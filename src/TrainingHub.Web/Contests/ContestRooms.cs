using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>The contests that this process follows. A process that was started in the middle of one reads its log and goes on.</summary>
public sealed class ContestRooms(IServiceScopeFactory scopes, QuestionShelf questionShelf, ContestParcels parcels, ContestClock time, DayClock clock) : IDisposable
{
    /// <summary>How long a contest that is over stays in memory after somebody asked for it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>How long after the last of its devices joined or answered a contest between classes goes on; then they are forgotten, whether or not somebody has finished it.</summary>
    public static readonly TimeSpan LongestLesson = TimeSpan.FromDays(1);

    private const int MostKept = 200;
    private readonly ConcurrentDictionary<Guid, ContestRoom> _rooms = [];
    private readonly ConcurrentDictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _loading = new(1, 1);

    /// <summary>Those in memory.</summary>
    public IEnumerable<ContestRoom> Known => _rooms.Values;

    /// <summary>Null when there is no such contest, or nobody can join it yet.</summary>
    public async ValueTask<ContestRoom?> FindAsync(Guid id, CancellationToken cancel) => _rooms.TryGetValue(id, out var room) ? Asked(room) : await LoadAsync(id, cancel);

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
            var entries = await db.EntriesAfterAsync(room.Id, known, room.IsOfClasses, cancel);
            if (entries.Exists(entry => entry.Kind is ContestEntryKind.Joined))
            {
                await ReadSeatsAsync(room, db, cancel);
            }

            // Before anybody is told: a device that is out finds itself out.
            List<int> renewed = [.. entries.Where(entry => entry.Kind is ContestEntryKind.DeviceRenewed).Select(entry => entry.Seat ?? 0)];
            if (renewed.Count > 0 && await db.Contests.Where(contest => contest.Id == room.Id).Select(contest => contest.Stage).SingleAsync(cancel) is { } stage)
            {
                room.Renew(StageTermsJson.Read(stage), renewed);
            }

            room.Take(entries, time.Now, areAll: true);
            room.CutOff(renewed);
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
        while (true)
        {
            var losses = room.KeyLosses;
            if (await db.ContestKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash && key.ContestId == room.Id, cancel) is not { } key)
            {
                return null;
            }

            if (room.Seat(key.Seat) is null)
            {
                await CatchUpAsync(room, db, cancel);
            }

            // It may have been taken away since it was read.
            if (room.Keep(hash, key.Seat, losses))
            {
                return key.Seat;
            }
        }
    }

    /// <summary>
    /// The prepared contest and the seat that this browser holds in it; null when it holds none. A seat that somebody else has taken in this browser is not
    /// that of who is signed in now.
    /// </summary>
    public async ValueTask<(ContestRoom Room, int Seat)?> FindSeatAsync(HttpContext http, string code, CancellationToken cancel) =>
        http.SeatHash(code) is { } hash && await FindAsync(code, hash, cancel) is { } room && await FindSeatAsync(room, hash, cancel) is { } seat
        && (room.Seat(seat)?.PersonId is not { } owner || http.User.PersonId is var reader && (reader == Guid.Empty || reader == owner))
            ? (room, seat)
            : null;

    /// <summary>Forgets all: what is asked for next is read from the log.</summary>
    public void Forget() => _rooms.Clear();

    /// <summary>Forgets the contests that are over and that nobody has looked at for half an hour.</summary>
    public void ForgetFinished()
    {
        var since = clock.Now - Kept;
        foreach (var room in _rooms.Values.Where(room => !room.IsHeard && room.AskedAt < since && room.Read(state => state.Phase is ContestPhase.Finished)))
        {
            Drop(room);
        }
    }

    /// <summary>Forgets the devices of contests between classes of which none was heard for a day, and that nobody watches.</summary>
    public async Task ForgetDevicesAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, transactions) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<Transactions>());
        var since = clock.Now - LongestLesson;
        var abandoned = await db.ContestDeviceEntries.GroupBy(entry => entry.ContestId).Where(entries => entries.Max(entry => entry.At) < since).Select(entries => entries.Key).ToListAsync(cancel);
        foreach (var id in abandoned.Where(id => !_rooms.TryGetValue(id, out var room) || !room.IsHeard))
        {
            await transactions.RunAsync(cancel => ForgetDevicesAsync(db, id, since, cancel), cancel);
        }

        // Whichever process has forgotten them: none keeps them in memory.
        var known = _rooms.Values.Where(room => room is { IsOfClasses: true, LastSeat: > 0 }).ToList();
        var ids = known.ConvertAll(room => room.Id);
        var kept = await db.ContestSeats.Where(seat => ids.Contains(seat.ContestId)).Select(seat => seat.ContestId).Distinct().ToListAsync(cancel);
        foreach (var room in known.Where(room => !kept.Contains(room.Id)))
        {
            Drop(room);
            room.CutOff();
        }
    }

    public void Dispose()
    {
        foreach (var room in _rooms.Values)
        {
            room.Dispose();
        }

        _loading.Dispose();
    }

    /// <summary>The contest of a code, for a token. One that is made up opens nothing and waits for nobody: its digest is looked for before any contest is read.</summary>
    private async ValueTask<ContestRoom?> FindAsync(string code, string hash, CancellationToken cancel)
    {
        if (_ids.TryGetValue(code, out var id) && _rooms.TryGetValue(id, out var known))
        {
            return Asked(known);
        }

        Guid? contestId;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            contestId = await db.ContestKeys.Where(key => key.Hash == hash).Select(key => (Guid?)key.ContestId).SingleOrDefaultAsync(cancel);
        }

        return contestId is { } found && await FindAsync(found, cancel) is { } room && string.Equals(room.Code, code, StringComparison.Ordinal) ? room : null;
    }

    private async Task<ContestRoom?> LoadAsync(Guid id, CancellationToken cancel)
    {
        await _loading.WaitAsync(cancel);
        try
        {
            // Whoever waited here finds what the one before has read.
            if (_rooms.TryGetValue(id, out var known))
            {
                return known;
            }

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (await db.Contests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Id == id && contest.PreparedAt != null, cancel) is not { } contest)
            {
                return null;
            }

            var items = await db.ContestItems.AsNoTracking().Where(item => item.ContestId == contest.Id).OrderBy(item => item.Number).ToListAsync(cancel);
            var questions = await questionShelf.QuestionsAsync([.. items.Select(item => item.QuestionHash)], cancel);
            List<ContestCard> cards = [.. items.Select(item => new ContestCard(item.Number, questions[item.QuestionHash], item.Order) { Source = item.Source })];
            var room = Asked(new ContestRoom(contest, cards, parcels.Of(contest, cards), await db.MembersOfAsync(contest, cancel)));
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

    private static async Task ForgetDevicesAsync(Db db, Guid id, DateTime since, CancellationToken cancel)
    {
        // A device may have joined or answered while this one waited for the row.
        if (await db.LockContestAsync(id, cancel) is not { } contest || await db.ContestDeviceEntries.AnyAsync(entry => entry.ContestId == id && entry.At >= since, cancel))
        {
            return;
        }

        var seats = await db.ContestSeats.Where(seat => seat.ContestId == id && seat.Team != null).GroupBy(seat => seat.Team).Select(team => team.Count()).ToListAsync(cancel);
        contest.KeepSeats(ContestTally.Told(seats));
        await db.SaveChangesAsync(cancel);
        await db.ForgetDevicesAsync(id, cancel);
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
            Drop(room);
        }
    }

    private void Drop(ContestRoom room)
    {
        _rooms.TryRemove(room.Id, out _);
        _ids.TryRemove(room.Code, out _);
    }

    private ContestRoom Asked(ContestRoom room)
    {
        room.AskedAt = clock.Now;
        return room;
    }
}

using System.Collections.Concurrent;

namespace TrainingHub.Contests.Open;

/// <summary>
/// Rankings of contests that many people look at, so that not each of them has it made anew. One that is no longer fresh is shown while it is made anew, by
/// one. What is final never leaves until there is no room. Where a contest is too small to be kept, nobody waits for another.
/// </summary>
public sealed class RankingShelf
{
    /// <summary>For so long a ranking of many is shown as it is.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    /// <summary>After that for so long it is shown while another is made; the page says of when it is.</summary>
    public static readonly TimeSpan Passable = TimeSpan.FromMinutes(10);

    /// <summary>It is final: fresh for ever.</summary>
    public static readonly DateTime Never = DateTime.MaxValue - Passable;

    private const int MostKept = 20;

    private readonly ConcurrentDictionary<Guid, Place> _places = new();

    /// <summary>The kept one if it still holds, else one that is made now.</summary>
    /// <param name="contestId">Whose.</param>
    /// <param name="mark">Names what it was made from; another one never holds.</param>
    /// <param name="now">UTC.</param>
    /// <param name="make">The ranking, and until when it is fresh; null: it is not kept.</param>
    /// <param name="remake">The same, when nobody waits for it: after the request that asked.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<SeenRanking> GetAsync(
        Guid contestId, string mark, DateTime now, Func<Task<(SeenRanking Seen, DateTime? Until)>> make, Func<Task<(SeenRanking Seen, DateTime? Until)>> remake, CancellationToken cancel)
    {
        var place = _places.GetOrAdd(contestId, _ => new Place(new SemaphoreSlim(1)));
        if (place.IsSmall)
        {
            return Keep(place, mark, await make());
        }

        if (place.Find(mark) is { } kept && now <= kept.Until + Passable)
        {
            if (now > kept.Until && await place.Turn.WaitAsync(TimeSpan.Zero, cancel))
            {
                _ = RemakeAsync(place, mark, remake);
            }

            return kept.Seen;
        }

        await place.Turn.WaitAsync(cancel);
        try
        {
            return place.Find(mark) is { } meanwhile && now <= meanwhile.Until ? meanwhile.Seen : Keep(place, mark, await make());
        }
        finally
        {
            place.Turn.Release();
        }
    }

    private async Task RemakeAsync(Place place, string mark, Func<Task<(SeenRanking Seen, DateTime? Until)>> remake)
    {
        try
        {
            Keep(place, mark, await remake());
        }
        catch (Exception)
        {
            // The next reader has it made again; once it is too old for showing, that reader is told.
        }
        finally
        {
            place.Turn.Release();
        }
    }

    private SeenRanking Keep(Place place, string mark, (SeenRanking Seen, DateTime? Until) made)
    {
        place.Put(made.Until is { } until ? new Kept(made.Seen, mark, until) : null);
        // The oldest make room.
        foreach (var old in _places.Values.Where(one => one.Until is not null).OrderByDescending(one => one.Until).Skip(MostKept))
        {
            old.Empty();
        }

        return made.Seen;
    }

    /// <summary>Of one contest.</summary>
    /// <param name="turn">Of whoever makes it.</param>
    private sealed class Place(SemaphoreSlim turn)
    {
        private volatile Kept? _kept;
        private volatile bool _isSmall;

        public SemaphoreSlim Turn => turn;

        /// <summary>Whether the last one made was not to be kept.</summary>
        public bool IsSmall => _isSmall;

        /// <summary>Until when what is kept is fresh; null: nothing is.</summary>
        public DateTime? Until => _kept?.Until;

        public void Put(Kept? kept) => (_kept, _isSmall) = (kept, kept is null);

        public void Empty() => _kept = null;

        public Kept? Find(string mark) => _kept is { } kept && string.Equals(kept.Mark, mark, StringComparison.Ordinal) ? kept : null;
    }

    private sealed record Kept(SeenRanking Seen, string Mark, DateTime Until);
}

using System.Collections.Concurrent;

namespace TrainingHub.Contests.Open;

/// <summary>Rankings of contests that many people look at, so that not each of them has it made anew. What is final never leaves until there is no room. A ranking that is not kept is made for each reader, and nobody waits for another.</summary>
public sealed class RankingShelf
{
    /// <summary>For so long a ranking of many is shown as it is.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    private const int MostKept = 20;

    private readonly ConcurrentDictionary<Guid, Kept> _kept = new();
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _turns = new();
    private readonly ConcurrentDictionary<Guid, bool> _passing = new();

    /// <summary>The kept one if it still holds, else one that is made now; of several who ask at once one makes it, where it is kept.</summary>
    /// <param name="contestId">Whose.</param>
    /// <param name="mark">Names what it was made from; another one never holds.</param>
    /// <param name="now">UTC.</param>
    /// <param name="make">The ranking, and until when it holds; null: it is not kept.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<SeenRanking> GetAsync(Guid contestId, string mark, DateTime now, Func<Task<(SeenRanking Seen, DateTime? Until)>> make, CancellationToken cancel)
    {
        if (Find(contestId, mark, now) is { } found)
        {
            return found;
        }

        if (!_passing.ContainsKey(contestId))
        {
            var turn = _turns.GetOrAdd(contestId, _ => new SemaphoreSlim(1));
            await turn.WaitAsync(cancel);
            try
            {
                if (Find(contestId, mark, now) is { } meanwhile)
                {
                    return meanwhile;
                }

                if (!_passing.ContainsKey(contestId))
                {
                    return await MakeAsync(contestId, mark, make);
                }
            }
            finally
            {
                turn.Release();
            }
        }

        return await MakeAsync(contestId, mark, make);
    }

    private async Task<SeenRanking> MakeAsync(Guid contestId, string mark, Func<Task<(SeenRanking Seen, DateTime? Until)>> make)
    {
        var (seen, until) = await make();
        if (until is not { } end)
        {
            _passing[contestId] = true;
            return seen;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[contestId] = new Kept(seen, mark, end);
        _passing.TryRemove(contestId, out _);
        return seen;
    }

    private SeenRanking? Find(Guid contestId, string mark, DateTime now) =>
        _kept.TryGetValue(contestId, out var kept) && string.Equals(kept.Mark, mark, StringComparison.Ordinal) && now <= kept.Until ? kept.Seen : null;

    private sealed record Kept(SeenRanking Seen, string Mark, DateTime Until);
}

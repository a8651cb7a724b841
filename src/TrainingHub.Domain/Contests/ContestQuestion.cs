namespace TrainingHub.Contests;

/// <summary>A question that was opened, and what came of it. Changed by the fold of the log alone.</summary>
/// <param name="number">From 1.</param>
/// <param name="openedAt">UTC.</param>
/// <param name="limit">Milliseconds.</param>
public sealed class ContestQuestion(int number, DateTime openedAt, int limit)
{
    private readonly Dictionary<int, ContestAnswer> answers = [];
    private readonly SortedDictionary<int, ContestTally> tallies = [];
    private TimeSpan paused;
    private DateTime? pausedAt;

    public int Number => number;

    /// <summary>Milliseconds.</summary>
    public int Limit => limit;

    /// <summary>By seat.</summary>
    public IReadOnlyDictionary<int, ContestAnswer> Answers => answers;

    /// <summary>By class, from 1, in a contest between classes; empty until it is revealed, and in any other.</summary>
    public IReadOnlyDictionary<int, ContestTally> Tallies => tallies;

    /// <summary>How often each answer was given, letters as displayed; of classes what is kept of them.</summary>
    public IReadOnlyDictionary<string, int> Chosen =>
        (tallies.Count > 0 ? tallies.Values.SelectMany(tally => tally.Chosen) : answers.Values.Select(answer => KeyValuePair.Create(answer.Text, 1)))
        .GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Sum(one => one.Value), StringComparer.Ordinal);

    /// <summary>Every answer that is right, letters as displayed; null until it is revealed.</summary>
    public IReadOnlySet<string>? Right { get; private set; }

    public bool IsWithdrawn { get; private set; }

    /// <summary>Whether it counts in the ranking.</summary>
    public bool Counts => Right is not null && !IsWithdrawn;

    /// <summary>The last instant in time (included), UTC; null while time stands still.</summary>
    public DateTime? Deadline => pausedAt is null ? openedAt.AddMilliseconds(limit) + paused : null;

    /// <summary>Milliseconds left, from 0.</summary>
    public int Left(DateTime now) => Math.Clamp(limit - Passed(now), 0, limit);

    public bool IsRight(string text) => Right is { } right && right.Contains(text);

    /// <summary>Whether an answer that came at this instant is in time: what the round trip took off, up to the bound, was not the player's time.</summary>
    public bool IsInTime(DateTime at, int roundTrip) => Passed(at) - Bounded(roundTrip) <= limit;

    internal void Take(ContestEntry entry)
    {
        var roundTrip = entry.Amount ?? 0;
        answers.TryAdd(entry.Seat!.Value, new ContestAnswer(entry.Number, entry.At, entry.Text ?? "", Math.Clamp(Passed(entry.At) - Bounded(roundTrip), 0, limit), entry.ClientId));
    }

    internal void Count(ContestEntry entry) => tallies[entry.Seat ?? 0] = ContestTally.Read(entry.Amount, entry.Text);

    /// <summary>Nothing stays of single devices.</summary>
    internal void Reduce() => answers.Clear();

    internal void Pause(DateTime at) => pausedAt ??= at;

    internal void Resume(DateTime at)
    {
        if (pausedAt is { } since)
        {
            paused += at > since ? at - since : TimeSpan.Zero;
            pausedAt = null;
        }
    }

    internal void Rule(string right) => Right = right.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    internal void Withdraw() => IsWithdrawn = true;

    private int Passed(DateTime at) => (int)Math.Clamp(((pausedAt ?? at) - openedAt - paused).TotalMilliseconds, 0, int.MaxValue / 2);

    // A clock that says less than nothing, or more than the bound, is not believed.
    private static int Bounded(int roundTrip) => Math.Clamp(roundTrip, 0, ContestRules.MostRoundTrip);
}

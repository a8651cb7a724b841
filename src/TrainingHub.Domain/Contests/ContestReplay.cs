namespace TrainingHub.Contests;

/// <summary>
/// Computes a contest again from its log and compares the ranking with what the log says it was, at every step of the host. Nothing else is needed: rules,
/// answers, what was right and every correction stand in the log.
/// </summary>
/// <param name="State">How it stands after the last entry.</param>
/// <param name="Entries">How many there are.</param>
/// <param name="Compared">Entries that say how the ranking was.</param>
/// <param name="Differing">Numbers of those whose ranking is another one than computed.</param>
public sealed record ContestReplay(ContestState State, int Entries, int Compared, IReadOnlyList<int> Differing)
{
    /// <summary>Whether something was compared and nothing differs.</summary>
    public bool IsProven => Compared > 0 && Differing.Count is 0;

    /// <param name="entries">All of them, in any order.</param>
    /// <exception cref="InvalidOperationException">One is missing.</exception>
    /// <exception cref="FormatException">The rules in it cannot be read.</exception>
    public static ContestReplay Of(IEnumerable<ContestEntry> entries)
    {
        var (state, count, compared, differing) = (new ContestState(), 0, 0, new List<int>());
        foreach (var entry in entries.OrderBy(entry => entry.Number))
        {
            count++;
            if (entry.Digest is { } digest)
            {
                compared++;
                if (!string.Equals(digest, ContestRanking.DigestOf(state.Ranking), StringComparison.Ordinal))
                {
                    differing.Add(entry.Number);
                }
            }

            state.Apply(entry);
        }

        return new ContestReplay(state, count, compared, differing);
    }
}

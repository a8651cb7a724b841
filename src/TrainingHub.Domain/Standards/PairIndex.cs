namespace TrainingHub.Standards;

/// <summary>Which clauses of two editions share pairs of characters. Not for two threads at once: an answer is counted in what the last one was counted in.</summary>
internal sealed class PairIndex
{
    // A pair of characters that stands in more clauses than that says little of which clause it is.
    private const int MostClausesOfPair = 50;

    // Places in the older edition, those of one pair side by side.
    private readonly int[] places;

    // By place in the newer edition: where the places of each of its pairs begin and how many there are.
    private readonly List<(int Start, int Count)>[] runs;

    // By place in the newer edition: how many of its pairs are too common to be looked up.
    private readonly int[] common;
    private readonly int[] shared;
    private readonly int[] touched;

    /// <param name="before">The clauses of the older edition; null in place of those that are left out.</param>
    /// <param name="after">The clauses of the newer edition; null in place of those that are left out.</param>
    public PairIndex(IReadOnlyList<ClauseShape?> before, IReadOnlyList<ClauseShape?> after)
    {
        (shared, touched, common) = (new int[before.Count], new int[before.Count], new int[after.Count]);
        runs = [.. after.Select(shape => new List<(int Start, int Count)>(shape?.Pairs.Length ?? 0))];
        var (older, newer) = (Sorted(before), Sorted(after));
        places = Array.ConvertAll(older, entry => (int)entry);
        for (int start = 0, end, at = 0; start < older.Length; start = end)
        {
            var pair = older[start] >> 32;
            end = start + 1;
            while (end < older.Length && older[end] >> 32 == pair)
            {
                end++;
            }

            while (at < newer.Length && newer[at] >> 32 < pair)
            {
                at++;
            }

            for (; at < newer.Length && newer[at] >> 32 == pair; at++)
            {
                if (end - start <= MostClausesOfPair)
                {
                    runs[(int)newer[at]].Add((start, end - start));
                }
                else
                {
                    common[(int)newer[at]]++;
                }
            }
        }
    }

    /// <summary>
    /// Places of the older clauses that share the most pairs with a newer one, the most first; of equals the one that stands first. With each, how
    /// many pairs the two have in common at the most.
    /// </summary>
    /// <param name="index">Place in the newer edition.</param>
    /// <param name="most">So many at the most.</param>
    public IReadOnlyList<(int Place, int Common)> MostAlike(int index, int most)
    {
        var count = 0;
        foreach (var (start, length) in runs[index])
        {
            foreach (var place in places.AsSpan(start, length))
            {
                if (shared[place]++ is 0)
                {
                    touched[count++] = place;
                }
            }
        }

        var best = new List<int>(most + 1);
        foreach (var place in touched.AsSpan(0, count))
        {
            Rank(place, best, most);
        }

        List<(int Place, int Common)> found = [.. best.Select(place => (place, shared[place] + common[index]))];
        foreach (var place in touched.AsSpan(0, count))
        {
            shared[place] = 0;
        }

        return found;
    }

    private void Rank(int place, List<int> best, int most)
    {
        var rank = best.Count;
        while (rank > 0 && (shared[best[rank - 1]] < shared[place] || (shared[best[rank - 1]] == shared[place] && best[rank - 1] > place)))
        {
            rank--;
        }

        if (rank < most)
        {
            best.Insert(rank, place);
        }

        if (best.Count > most)
        {
            best.RemoveAt(most);
        }
    }

    /// <summary>Every pair of every clause, with the clause's place in the lower half.</summary>
    private static long[] Sorted(IReadOnlyList<ClauseShape?> shapes)
    {
        var entries = new long[shapes.Sum(shape => shape?.Pairs.Length ?? 0)];
        var count = 0;
        foreach (var (place, shape) in shapes.Index())
        {
            foreach (var pair in shape?.Pairs ?? [])
            {
                entries[count++] = ((long)pair << 32) | (uint)place;
            }
        }

        Array.Sort(entries);
        return entries;
    }
}

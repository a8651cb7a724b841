namespace TrainingHub.Standards;

/// <summary>Finds for each clause of the newer edition the one of the older edition that it was. The work grows with the length of the texts, not with its square.</summary>
internal sealed class ClausePairs
{
    // Of the clauses that share the most with one, so many are looked at closely.
    private const int MostCandidates = 8;

    private readonly IReadOnlyList<ClauseShape> before;
    private readonly IReadOnlyList<ClauseShape> after;
    private readonly int?[] partners;
    private readonly bool[] taken;

    public ClausePairs(IReadOnlyList<ClauseShape> before, IReadOnlyList<ClauseShape> after)
    {
        (this.before, this.after) = (before, after);
        (partners, taken) = (new int?[after.Count], new bool[before.Count]);
        var numbers = FirstOf(before);
        // What the author says goes first, then identical text, then what is alike, then identical number: a number alone may have been given to another clause.
        foreach (var (index, later) in after.Index())
        {
            TryPair(index, later.Clause.Formerly is { } number && numbers.TryGetValue(number, out var former) ? former : null);
        }

        PairByNumber(numbers, (later, earlier) => string.Equals(later.Text, earlier.Text, StringComparison.Ordinal));
        PairByText();
        PairByNumber(numbers, (later, earlier) => later.ShareOf(earlier) >= EditionComparison.ShareInPlace);
        PairByShare();
        PairByNumber(numbers, (_, _) => true);
    }

    /// <summary>By place in the newer edition: the place in the older one; null where there is none.</summary>
    public IReadOnlyList<int?> Partners => partners;

    private static Dictionary<string, int> FirstOf(IReadOnlyList<ClauseShape> shapes)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, shape) in shapes.Index())
        {
            first.TryAdd(shape.Number, index);
        }

        return first;
    }

    /// <summary>Places of the newer edition that still look for a partner; whoever's author named one is not given another.</summary>
    private IEnumerable<int> Open => Enumerable.Range(0, after.Count).Where(index => partners[index] is null && after[index].Clause.Formerly is null);

    private void TryPair(int index, int? earlier)
    {
        if (earlier is { } place && !taken[place] && partners[index] is null)
        {
            (partners[index], taken[place]) = (place, true);
        }
    }

    private void PairByNumber(Dictionary<string, int> numbers, Func<ClauseShape, ClauseShape, bool> belong)
    {
        foreach (var index in Open.ToList())
        {
            if (numbers.TryGetValue(after[index].Number, out var place) && !taken[place] && belong(after[index], before[place]))
            {
                TryPair(index, place);
            }
        }
    }

    private void PairByText()
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var (place, shape) in before.Index().Where(entry => !taken[entry.Index]))
        {
            (places.TryGetValue(shape.Text, out var queue) ? queue : places[shape.Text] = new Queue<int>()).Enqueue(place);
        }

        foreach (var index in Open.ToList())
        {
            if (places.TryGetValue(after[index].Text, out var queue) && queue.TryDequeue(out var place))
            {
                TryPair(index, place);
            }
        }
    }

    /// <summary>The most alike first; of equals the one that stands first.</summary>
    private void PairByShare()
    {
        var open = Open.ToHashSet();
        var alike = new PairIndex([.. before.Select((shape, place) => taken[place] ? null : shape)], [.. after.Select((shape, index) => open.Contains(index) ? shape : null)]);
        var found = (
            from index in open
            from candidate in alike.MostAlike(index, MostCandidates)
            let place = candidate.Place
            // Most candidates cannot come near enough whatever their common words are.
            where after[index].ShareAt(before[place], candidate.Common) >= EditionComparison.ShareElsewhere
            let share = after[index].ShareOf(before[place])
            where share >= EditionComparison.ShareElsewhere
            orderby share descending, index, place
            select (index, place)).ToList();
        foreach (var (index, place) in found)
        {
            TryPair(index, place);
        }
    }
}

namespace TrainingHub.Standards;

/// <summary>
/// 两个版本的对照: pairs the clauses of two editions. A clause is paired by the former number that its author wrote, else by the same
/// text, else by the same number; what finds no partner was added or removed. White space and the difference between full-width and half-width forms
/// are no change.
/// </summary>
public sealed class EditionComparison
{
    private EditionComparison(StandardEdition before, StandardEdition after, IReadOnlyList<ClauseChange> changes)
    {
        Before = before;
        After = after;
        Changes = changes;
    }

    public StandardEdition Before { get; }

    public StandardEdition After { get; }

    /// <summary>Every clause of either edition once: in the order of the newer one, then what was removed in the order of the older one.</summary>
    public IReadOnlyList<ClauseChange> Changes { get; }

    /// <summary>Compares two editions.</summary>
    public static EditionComparison Of(StandardEdition before, StandardEdition after)
    {
        var partners = Pair(before, after);
        List<ClauseChange> changes =
        [
            .. after.Clauses.Select(clause => partners.TryGetValue(clause.Number, out var earlier)
                ? Change(earlier, clause)
                : new ClauseChange.Added(clause)),
        ];
        var paired = partners.Values.Select(clause => clause.Number).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(before.Clauses.Where(clause => !paired.Contains(clause.Number)).Select(clause => new ClauseChange.Removed(clause)));
        return new EditionComparison(before, after, changes);
    }

    /// <summary>What became of a clause of the older edition; null when that edition has no such clause.</summary>
    public ClauseChange? FateOf(string formerNumber) =>
        Changes.FirstOrDefault(change => string.Equals(BeforeOf(change)?.Number, formerNumber, StringComparison.Ordinal));

    /// <summary>The clause of the older edition that became this one of the newer edition; null when it is new there.</summary>
    public Clause? OriginOf(string number) =>
        Changes.Where(change => string.Equals(AfterOf(change)?.Number, number, StringComparison.Ordinal)).Select(BeforeOf).FirstOrDefault();

    private static Clause? AfterOf(ClauseChange change) => change switch
    {
        ClauseChange.Added added => added.Clause,
        ClauseChange.Altered altered => altered.After,
        ClauseChange.Moved moved => moved.After,
        ClauseChange.Kept kept => kept.After,
        _ => null,
    };

    private static Clause? BeforeOf(ClauseChange change) => change switch
    {
        ClauseChange.Removed removed => removed.Clause,
        ClauseChange.Altered altered => altered.Before,
        ClauseChange.Moved moved => moved.Before,
        ClauseChange.Kept kept => kept.Before,
        _ => null,
    };

    private static ClauseChange Change(Clause before, Clause after) =>
        (SameText(before, after), string.Equals(before.Number, after.Number, StringComparison.Ordinal)) switch
        {
            (false, _) => new ClauseChange.Altered(before, after),
            (true, false) => new ClauseChange.Moved(before, after),
            (true, true) => new ClauseChange.Kept(before, after),
        };

    /// <summary>The earlier clause of each later number that has one.</summary>
    private static Dictionary<string, Clause> Pair(StandardEdition before, StandardEdition after)
    {
        var free = before.Clauses.ToList();
        var partners = new Dictionary<string, Clause>(StringComparer.Ordinal);
        // What the author says goes first, then identical text, then identical number: a number alone may have been given to another clause.
        PairBy((later, earlier) => later.Formerly is { } number && string.Equals(number, earlier.Number, StringComparison.Ordinal));
        PairBy((later, earlier) => later.Formerly is null && string.Equals(later.Number, earlier.Number, StringComparison.Ordinal) && SameText(later, earlier));
        PairBy((later, earlier) => later.Formerly is null && SameText(later, earlier));
        PairBy((later, earlier) => later.Formerly is null && string.Equals(later.Number, earlier.Number, StringComparison.Ordinal));
        return partners;

        void PairBy(Func<Clause, Clause, bool> belong)
        {
            foreach (var later in after.Clauses.Where(clause => !partners.ContainsKey(clause.Number)))
            {
                if (free.Find(clause => belong(later, clause)) is { } earlier)
                {
                    partners[later.Number] = earlier;
                    free.Remove(earlier);
                }
            }
        }
    }

    private static bool SameText(Clause one, Clause other) =>
        string.Equals(Plain(one.Text), Plain(other.Text), StringComparison.Ordinal);

    private static string Plain(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));
}

using System.Runtime.CompilerServices;

namespace TrainingHub.Standards;

/// <summary>
/// 两个版本的对照: pairs the clauses of two editions. A clause is paired by the former number that its author wrote, else by the same
/// text, else by a text at least half of which is the same under the same number, else by one that is so for at least 60 % under another number, else by the same
/// number; what finds no partner was added or removed. White space and the difference between full-width and half-width forms are no change.
/// Shares are of pairs of neighbouring characters, see <see cref="ClauseShape"/>.
/// </summary>
public sealed class EditionComparison
{
    /// <summary>Whole percent from which a clause under the same number is taken for the same one before others are looked at.</summary>
    public const int ShareInPlace = 50;

    /// <summary>Whole percent from which a clause under another number is taken for the same one, moved and altered.</summary>
    public const int ShareElsewhere = 60;

    // Editions in memory never change, and two of them are compared again with every question that rests on the older one.
    private static readonly ConditionalWeakTable<StandardEdition, ConditionalWeakTable<StandardEdition, EditionComparison>> Compared = new();
    private readonly Dictionary<string, ClauseChange> fates;

    private EditionComparison(StandardEdition before, StandardEdition after, IReadOnlyList<ClauseChange> changes)
    {
        (Before, After, Changes) = (before, after, changes);
        fates = new Dictionary<string, ClauseChange>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (BeforeOf(change) is { } earlier)
            {
                fates.TryAdd(earlier.Number, change);
            }
        }
    }

    public StandardEdition Before { get; }

    public StandardEdition After { get; }

    /// <summary>Every clause of either edition once: in the order of the newer one, then what was removed in the order of the older one.</summary>
    public IReadOnlyList<ClauseChange> Changes { get; }

    /// <summary>Compares two editions; the same two objects once only.</summary>
    public static EditionComparison Of(StandardEdition before, StandardEdition after) =>
        Compared.GetValue(before, static _ => new()).GetValue(after, _ => Compare(before, after));

    /// <summary>What became of a clause of the older edition; null when that edition has no such clause.</summary>
    public ClauseChange? FateOf(string formerNumber) => fates.GetValueOrDefault(formerNumber);

    /// <summary>The clause of the newer edition that this one of the older edition became; null when it was removed, or there is no such clause.</summary>
    public Clause? HeirOf(string formerNumber) => FateOf(formerNumber) is { } fate ? AfterOf(fate) : null;

    private static EditionComparison Compare(StandardEdition before, StandardEdition after)
    {
        List<ClauseShape> old = [.. before.Clauses.Select(clause => new ClauseShape(clause))], recent = [.. after.Clauses.Select(clause => new ClauseShape(clause))];
        var partners = new ClausePairs(old, recent).Partners;
        List<ClauseChange> changes = [.. recent.Select((shape, index) => partners[index] is { } partner ? Change(old[partner], shape) : new ClauseChange.Added(shape.Clause))];
        var paired = partners.OfType<int>().ToHashSet();
        changes.AddRange(before.Clauses.Where((_, index) => !paired.Contains(index)).Select(clause => new ClauseChange.Removed(clause)));
        return new EditionComparison(before, after, changes);
    }

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

    private static ClauseChange Change(ClauseShape before, ClauseShape after) =>
        (string.Equals(before.Text, after.Text, StringComparison.Ordinal), string.Equals(before.Number, after.Number, StringComparison.Ordinal)) switch
        {
            (false, _) => new ClauseChange.Altered(before.Clause, after.Clause),
            (true, false) => new ClauseChange.Moved(before.Clause, after.Clause),
            (true, true) => new ClauseChange.Kept(before.Clause, after.Clause),
        };
}

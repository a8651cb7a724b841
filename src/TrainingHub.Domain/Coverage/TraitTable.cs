using System.Globalization;

namespace TrainingHub.Coverage;

/// <summary>
/// A figure by stage or by flag. An organization with several stands in the row of each, so all rows together are the total and, once more for every further
/// row, the organizations that stand in several.
/// </summary>
/// <typeparam name="T">Stages or flags.</typeparam>
/// <param name="Rows">In the order of the enumeration; those without any last. Only traits that some organization has.</param>
/// <param name="UnitsInSeveral">How many organizations stand in more than one row.</param>
/// <param name="Repeated">By how much the rows together exceed the total.</param>
public sealed record TraitTable<T>(IReadOnlyList<TraitRow<T>> Rows, int UnitsInSeveral, CoverageFigure Repeated)
    where T : struct, Enum
{
    internal static TraitTable<T> Of(IReadOnlyCollection<TraitSum> sums, Func<TraitSum, T> traitsOf)
    {
        var parted = sums.Select(sum => (Sum: sum, Traits: Split(traitsOf(sum)))).ToList();
        var several = parted.Where(one => one.Traits.Count > 1).ToList();
        return new TraitTable<T>(
            [
                .. parted.SelectMany(one => one.Traits.Select(trait => (Trait: trait, one.Sum))).GroupBy(one => one.Trait, one => one.Sum)
                    .OrderBy(row => Number(row.Key) == 0).ThenBy(row => Number(row.Key))
                    .Select(row => new TraitRow<T>(row.Key, row.Sum(sum => sum.Units), CoverageFigure.Sum(row.Select(sum => sum.Figure)))),
            ],
            several.Sum(one => one.Sum.Units),
            CoverageFigure.Sum(several.SelectMany(one => Enumerable.Repeat(one.Sum.Figure, one.Traits.Count - 1))));
    }

    private static List<T> Split(T traits)
    {
        var single = Enum.GetValues<T>().Where(trait => int.IsPow2(Number(trait)) && traits.HasFlag(trait)).ToList();
        return single.Count == 0 ? [default] : single;
    }

    private static int Number(T trait) => Convert.ToInt32(trait, CultureInfo.InvariantCulture);
}

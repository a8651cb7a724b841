namespace TrainingHub.Reports;

/// <summary>A unit's own names and order for the columns of its workbook.</summary>
public static class ColumnRule
{
    public const int LongestName = 40;

    /// <summary>Every column under its usual name.</summary>
    public static IReadOnlyList<ColumnChoice> Usual { get; } = [.. Enum.GetValues<ReportColumn>().Select(key => new ColumnChoice(key, ""))];

    /// <summary>
    /// The columns in the order of their places, those without a place left out; of one place the one that stands first in <see cref="ReportColumn"/>.
    /// Null when none is left, a name is too long or two columns bear the same name.
    /// </summary>
    public static IReadOnlyList<ColumnChoice>? Choose(IEnumerable<(ReportColumn Key, int? Place, string Name)> wishes)
    {
        var chosen = wishes.Where(wish => wish.Place is not null && Enum.IsDefined(wish.Key)).DistinctBy(wish => wish.Key)
            .OrderBy(wish => wish.Place).ThenBy(wish => wish.Key).Select(wish => new ColumnChoice(wish.Key, wish.Name.Trim())).ToList();
        var names = chosen.Select(column => column.Name).Where(name => name.Length > 0).ToList();
        return chosen.Count == 0 || names.Exists(name => name.Length > LongestName) || names.Distinct(StringComparer.Ordinal).Count() < names.Count ? null : chosen;
    }
}

namespace TrainingHub.Coverage;

/// <summary>A unit's figure on one day of a trend.</summary>
/// <param name="Day">The day in whose place today stood.</param>
/// <param name="Counted">应训, people.</param>
/// <param name="Covered">已训, people.</param>
/// <param name="Excluded">免训, people.</param>
public sealed record TrendPoint(DateOnly Day, int Counted, int Covered, int Excluded)
{
    /// <summary>未训, people.</summary>
    public int Missing => Counted - Covered;

    /// <summary>Rounded down to one decimal; null when nobody is counted.</summary>
    public Percentage? Percentage => Coverage.Percentage.Of(Covered, Counted);

    /// <summary>By how many tenths of a percent the percentages differ, each rounded down first; null where one of them has none.</summary>
    public int? TenthsSince(TrendPoint earlier) =>
        Percentage is { } now && earlier.Percentage is { } before ? now.Tenths - before.Tenths : null;
}

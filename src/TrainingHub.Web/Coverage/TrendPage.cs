namespace TrainingHub.Coverage;

/// <summary>How a unit's figure moved over the target's window.</summary>
public sealed record TrendPage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required IReadOnlyList<UnitChoice> Above { get; init; }

    /// <summary>Month by month, the last is the target's own day.</summary>
    public required IReadOnlyList<TrendPoint> Points { get; init; }
    public required DateTime AsOf { get; init; }

    /// <summary>The present figure and the one at the end of the last month; null while there are not two.</summary>
    public (TrendPoint Before, TrendPoint Now)? Compared => Points is [.., var before, var now] ? (before, now) : null;
}

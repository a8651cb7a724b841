using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>A target of a year and its final sheets.</summary>
public sealed record FinalRow
{
    public required TargetSummary Target { get; init; }
    public required DateOnly CutOffDay { get; init; }

    /// <summary>The snapshots that sheets are made from, by number, with when they were frozen, UTC; the first is the one of its time.</summary>
    public required IReadOnlyList<(int Number, DateTime Moment)> Snapshots { get; init; }

    /// <summary>Whether the reader may freeze the target.</summary>
    public required bool MayFreeze { get; init; }

    /// <summary>The day up to which the target counts today.</summary>
    public DateOnly Day => Target.CutOff;

    public FinalState State =>
        Snapshots.Count > 0 ? FinalState.Frozen
        : CutOffDay < Target.Today ? FinalState.NotFrozen
        : FinalState.Ahead;
}

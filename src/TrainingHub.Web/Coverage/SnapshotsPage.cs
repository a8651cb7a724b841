using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>The snapshots of a target, and the form for another one.</summary>
public sealed record SnapshotsPage
{
    public required TargetSummary Target { get; init; }
    public required SnapshotsFilter Filter { get; init; }
    public required IReadOnlyList<FigureRow<SnapshotPlace>> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required bool MayFreeze { get; init; }

    /// <summary>Days that are being frozen; none for whoever may not freeze.</summary>
    public IReadOnlyList<SnapshotRequest> Open { get; init; } = [];

    /// <summary>The latest day that can be frozen; null while there is none.</summary>
    public required DateOnly? Latest { get; init; }
    public required SnapshotInput Input { get; init; }
}

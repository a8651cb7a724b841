using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>A frozen figure beside the restated one.</summary>
public sealed record RestatementPage
{
    public required SnapshotPlace Place { get; init; }
    public required CoverageFigure Frozen { get; init; }

    /// <summary>Null when the target has no rule for the day any more.</summary>
    public required CoverageFigure? Restated { get; init; }
    public required IReadOnlyList<RestatedRow> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required DateTime AsOf { get; init; }
}

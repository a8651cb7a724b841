using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A cell of a snapshot: one unit and one post, as in <see cref="CoverageCell"/>.</summary>
public sealed class SnapshotCell
{
    public required Guid SnapshotId { get; init; }
    public required int UnitNumber { get; init; }

    /// <summary>Exactly one post.</summary>
    public required CorePosition Position { get; init; }
    public required int Counted { get; init; }
    public required int Covered { get; init; }
    public required int Excluded { get; init; }
    public required int Elsewhere { get; init; }
    public required DeclaredState Declared { get; init; }
}

using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>What the list of snapshots was asked for.</summary>
public sealed record SnapshotsFilter
{
    /// <summary>Code of the organization from which the reader came; empty for the topmost in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (SnapshotSort Column, bool IsDown) Order => Sorting.Of(Sort, SnapshotSort.Number, isOtherwiseDown: true);
}

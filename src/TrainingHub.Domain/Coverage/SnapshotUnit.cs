namespace TrainingHub.Coverage;

/// <summary>An organization of a snapshot's tree as it stood on its day. Units are numbered from the top down, so that all below one follow it without a gap.</summary>
public sealed class SnapshotUnit
{
    public required Guid SnapshotId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The highest number at the unit or below it.</summary>
    public required int Last { get; init; }

    /// <summary>The unit directly above; null for the one that set the target.</summary>
    public int? Above { get; init; }

    /// <summary>Steps below the one that set the target.</summary>
    public required int Depth { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Code { get; init; }

    /// <summary>Its name on the day.</summary>
    public required string Name { get; init; }
}

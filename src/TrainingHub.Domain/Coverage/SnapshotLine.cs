using TrainingHub.People;
using TrainingHub.Records;

namespace TrainingHub.Coverage;

/// <summary>A name behind a snapshot's figure, with the reason of its day. The name itself stands in <see cref="RecordNames"/>.</summary>
public sealed class SnapshotLine
{
    public required Guid SnapshotId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The key of its row among the names.</summary>
    public required Guid NamesId { get; init; }

    /// <summary>Salted digest of the names.</summary>
    public required string NamesDigest { get; init; }
    public required Guid PersonId { get; init; }
    public required int UnitNumber { get; init; }

    /// <summary>Exactly one post.</summary>
    public required CorePosition Position { get; init; }
    public required StandingKind Kind { get; init; }

    /// <summary>Of the missing: the number of the reason that pages give; null for others.</summary>
    public int? Reason { get; init; }

    /// <summary>Of the covered.</summary>
    public Evidence? Evidence { get; init; }
    public DateOnly? CompletionDay { get; init; }

    /// <summary>Of the excluded.</summary>
    public ExclusionReason? Why { get; init; }
    public DateOnly? ExcludedFrom { get; init; }
    public DateOnly? ExcludedUntil { get; init; }

    /// <summary>Of those who count elsewhere, or left for another place that counts.</summary>
    public int? CountedAtUnit { get; init; }
    public CorePosition? CountedAtPosition { get; init; }
}

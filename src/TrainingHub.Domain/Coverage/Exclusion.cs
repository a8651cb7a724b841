using TrainingHub.Facts;

namespace TrainingHub.Coverage;

/// <summary>免训: a dated reason why a person is not counted for a target. Asked by the unit, approved by the unit above; in force only once approved.</summary>
public sealed class Exclusion : DatedFact
{
    public required Guid PersonId { get; init; }
    public required Guid TargetId { get; init; }

    /// <summary>The unit that asked.</summary>
    public required Guid OrganizationId { get; init; }
    public required ExclusionReason Why { get; init; }
    public required ExclusionState State { get; init; }
}

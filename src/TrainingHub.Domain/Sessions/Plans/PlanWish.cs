namespace TrainingHub.Sessions.Plans;

/// <summary>What an officer wishes for a person and a batch of a plan.</summary>
public sealed class PlanWish
{
    public required Guid PlanId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Number of the batch.</summary>
    public required int Number { get; init; }

    /// <summary>固定: in this batch and no other; else 不去: in any but this one.</summary>
    public required bool IsPin { get; init; }
}

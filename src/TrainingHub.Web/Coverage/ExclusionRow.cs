namespace TrainingHub.Coverage;

public sealed record ExclusionRow
{
    public required Guid Id { get; init; }
    public required string PersonName { get; init; }
    public required bool IsAnonymous { get; init; }
    public required string OrganizationName { get; init; }
    public required ExclusionReason Why { get; init; }
    public required ExclusionState State { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public string? Reason { get; init; }

    /// <summary>Whether the reader stands above the unit that asked, and nobody has decided yet.</summary>
    public required bool MayDecide { get; init; }
}

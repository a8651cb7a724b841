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

    public required DateTime RecordedAt { get; init; }

    /// <summary>Who asked, decided or took back; null when nobody in particular did.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>Whether the reader may take it back: it is asked or approved, and theirs or below them.</summary>
    public required bool MayWithdraw { get; init; }

    /// <summary>Whether the reader stands above the unit that asked, and nobody has decided yet.</summary>
    public required bool MayDecide { get; init; }
}

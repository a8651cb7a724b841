namespace TrainingHub.Coverage;

/// <summary>One change shortly before a cut-off day: who, what, when, and who recorded it.</summary>
public sealed record ChangeRow
{
    public required RecentChangeKind Kind { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required bool IsAnonymous { get; init; }
    public required string OrganizationName { get; init; }

    /// <summary>The post that began or ended, as the catalogue names it; null for exclusions.</summary>
    public string? PositionName { get; init; }
    public string? PositionNameEn { get; init; }

    /// <summary>Why somebody is or was excluded; null for posts.</summary>
    public ExclusionReason? Why { get; init; }

    /// <summary>The first day of the post or exclusion, the first day without the post, or the first day counted again.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Null when the system or a preset recorded it.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>In the recorder's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the reader may open the person.</summary>
    public required bool IsInReach { get; init; }
}

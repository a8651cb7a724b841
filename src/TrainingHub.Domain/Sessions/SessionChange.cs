namespace TrainingHub.Sessions;

/// <summary>变更记录: one thing that was done to a session, by whom and when. Only ever appended.</summary>
public sealed class SessionChange
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required SessionChangeKind Kind { get; init; }

    /// <summary>What changed, in a form that programs read (JSON); empty where the kind says all.</summary>
    public string Details { get; init; } = "";

    /// <summary>Why, in their words; null where it was not asked.</summary>
    public string? Reason { get; init; }
}

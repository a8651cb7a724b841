namespace TrainingHub.Notices;

/// <summary>Which of the own notices are asked for, as it stands in the address.</summary>
public sealed record NoticesFilter
{
    /// <summary>Whether only those not yet read.</summary>
    public bool Unread { get; init; }

    /// <summary>Null for all.</summary>
    public NoticeKind? Kind { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

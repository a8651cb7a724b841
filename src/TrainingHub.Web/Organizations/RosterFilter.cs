namespace TrainingHub.Organizations;

/// <summary>Which people of an organization are listed.</summary>
public sealed record RosterFilter
{
    public RosterState State { get; init; } = RosterState.Current;

    /// <summary>The day that decides who is current; null for today.</summary>
    public DateOnly? AsOf { get; init; }
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
    public Guid? Position { get; init; }
    public int Page { get; init; } = 1;
}

public enum RosterState
{
    /// <summary>Holds a post on the day.</summary>
    Current,
    /// <summary>Held one before.</summary>
    Former,
    /// <summary>Will hold one later.</summary>
    Future,
}

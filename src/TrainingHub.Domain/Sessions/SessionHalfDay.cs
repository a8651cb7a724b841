namespace TrainingHub.Sessions;

/// <summary>A half-day of a session, numbered from 1 in the order of time.</summary>
public sealed class SessionHalfDay
{
    public required Guid SessionId { get; init; }
    public required int Number { get; init; }
    public required DateOnly Day { get; set; }
    public required HalfOfDay Half { get; set; }

    /// <summary>Of the zone.</summary>
    public required TimeOnly Begins { get; set; }

    /// <summary>Of the zone.</summary>
    public required TimeOnly Ends { get; set; }

    /// <summary>清点人数: how many heads the keeper counted in the hall; null while nobody counted.</summary>
    public int? HeadCount { get; set; }

    public HalfDay Span => new(Day, Half, Begins, Ends);
}

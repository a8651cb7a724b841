namespace TrainingHub.Contests;

/// <summary>A contest for who plays in it, or wants to.</summary>
public sealed record PlayerPage
{
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>Null until joining is open.</summary>
    public required ContestRules? Rules { get; init; }
    public required bool IsFinished { get; init; }

    /// <summary>Whether the reader would be turned away.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Whether classes of pupils play: nobody says who they are.</summary>
    public required bool IsOfClasses { get; init; }
    public required bool AllowsGuests { get; init; }
    public required IReadOnlyList<string> Teams { get; init; }

    /// <summary>The seat of this browser; null without.</summary>
    public required SeatCard? Seat { get; init; }

    /// <summary>Once it is over: how the reader's own seat ended that another browser held, and of how many; null without.</summary>
    public (ContestRank Line, int Of)? Final { get; init; }

    /// <summary>What was typed.</summary>
    public JoinInput Input { get; init; } = new();
}

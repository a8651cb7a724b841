namespace TrainingHub.Sessions;

/// <summary>What became of a ticket at the door.</summary>
public abstract record ArrivalOutcome
{
    private ArrivalOutcome()
    {
    }

    /// <param name="At">When, UTC.</param>
    /// <param name="IsLate">Whether the half-day had begun.</param>
    public sealed record Taken(DateTime At, bool IsLate) : ArrivalOutcome;

    /// <summary>They had done it before: nobody comes twice.</summary>
    /// <param name="At">When, UTC.</param>
    public sealed record Already(DateTime At) : ArrivalOutcome;

    /// <summary>They are on the waiting list and no seat is free.</summary>
    public sealed record NoSeat : ArrivalOutcome;

    /// <summary>This browser's ticket has let somebody else in: scan again.</summary>
    public sealed record TicketUsed : ArrivalOutcome;

    /// <summary>They sign out without having signed in.</summary>
    public sealed record NeverCame : ArrivalOutcome;

    /// <summary>The session is cancelled or closed.</summary>
    public sealed record Over : ArrivalOutcome;
}

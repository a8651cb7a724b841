namespace TrainingHub.Sessions;

/// <summary>Where somebody signs in or out with a ticket.</summary>
public sealed record ArrivalPage
{
    public required TrainingSession Session { get; init; }
    public required SessionHalfDay HalfDay { get; init; }
    public required ScanPurpose Purpose { get; init; }

    /// <summary>Who is signed in to the application; empty when nobody is.</summary>
    public required string PersonName { get; init; }

    /// <summary>Whether that person is on the list.</summary>
    public required bool IsOnList { get; init; }

    /// <summary>Until when the ticket opens, in the zone.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Null before anything was tried.</summary>
    public ArrivalOutcome? Outcome { get; init; }

    /// <summary>When it happened, in the zone; null where nothing did.</summary>
    public DateTime? At { get; init; }
    public GuestArrivalInput Input { get; init; } = new();
}

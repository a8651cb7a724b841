using TrainingHub.Documents;

namespace TrainingHub.Sessions;

/// <summary>The big page in the hall.</summary>
public sealed record HallPage
{
    public required TrainingSession Session { get; init; }
    public required IReadOnlyList<SessionHalfDay> HalfDays { get; init; }
    public required SessionHalfDay HalfDay { get; init; }
    public required ScanPurpose Purpose { get; init; }

    /// <summary>What is shown now; null while no code opens.</summary>
    public required QrMatrix? Code { get; init; }

    /// <summary>Whole milliseconds until the next code.</summary>
    public required int MillisecondsLeft { get; init; }
    public required int Came { get; init; }

    /// <summary>Who holds a seat.</summary>
    public required int Expected { get; init; }

    /// <summary>Of the zone.</summary>
    public required DateTime At { get; init; }
}

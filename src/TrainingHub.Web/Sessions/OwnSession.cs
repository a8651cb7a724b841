namespace TrainingHub.Sessions;

/// <summary>A session to which a person is called.</summary>
public sealed record OwnSession
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required int Batch { get; init; }
    public required SessionKind Kind { get; init; }
    public required string Place { get; init; }
    public required SessionStanding Standing { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>The first half-day that is not over on that day, else the last.</summary>
    public required HalfDay Next { get; init; }
    public required ParticipantState State { get; init; }

    /// <summary>Whether time or place changed after the person answered.</summary>
    public required bool IsMoved { get; init; }

    /// <summary>In how many half-days the person was there.</summary>
    public required int Attended { get; init; }
}

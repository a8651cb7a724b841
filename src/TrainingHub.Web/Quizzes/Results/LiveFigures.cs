namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes now.</summary>
public sealed record LiveFigures
{
    /// <summary>When it was looked at, in the zone.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who is to take part; null when nobody was named.</summary>
    public required int? Expected { get; init; }

    /// <summary>Who of them has not begun and not completed it otherwise; null when nobody was named.</summary>
    public required int? Absent { get; init; }

    /// <summary>People who started.</summary>
    public required int Started { get; init; }

    /// <summary>Attempts going on, and those of them with a saved answer.</summary>
    public required int Open { get; init; }
    public required int Saved { get; init; }

    /// <summary>People who handed in.</summary>
    public required int HandedIn { get; init; }

    /// <summary>People who passed.</summary>
    public required int Passed { get; init; }

    /// <summary>Those who may need help, soonest deadline first; at most <see cref="MostAtRisk"/> of them.</summary>
    public required IReadOnlyList<RiskLine> AtRisk { get; init; }
    public required int AtRiskCount { get; init; }

    public const int MostAtRisk = 50;

    /// <summary>Whole percent of those who handed in, rounded down; null while nobody did.</summary>
    public int? PassRate => HandedIn == 0 ? null : Passed * 100 / HandedIn;

    /// <param name="AttemptId">Of the attempt.</param>
    /// <param name="Name">Null when no longer named.</param>
    /// <param name="Unit">Main unit of today; null without one.</param>
    /// <param name="MinutesLeft">Whole minutes, rounded down.</param>
    /// <param name="Answered">Questions with an answer.</param>
    /// <param name="Items">Questions on the paper.</param>
    /// <param name="LastSeen">Last saved answer, or the start, in the zone.</param>
    /// <param name="Risk">Why.</param>
    public sealed record RiskLine(Guid AttemptId, string? Name, string? Unit, int MinutesLeft, int Answered, int Items, DateTime LastSeen, SittingRisk Risk);
}

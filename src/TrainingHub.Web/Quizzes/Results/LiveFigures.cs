namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes now.</summary>
public sealed record LiveFigures
{
    /// <summary>When it was looked at, in the zone.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who is to take part; null when nobody was named.</summary>
    public required ExpectedFigures? Expected { get; init; }

    /// <summary>People who started, expected or not: those of <see cref="FirstTime"/> and of <see cref="HandedIn"/>.</summary>
    public required int Started { get; init; }

    /// <summary>People who started and have handed in nothing yet.</summary>
    public int FirstTime => Started - HandedIn;

    /// <summary>Attempts going on, and those of them with a saved answer.</summary>
    public required int Open { get; init; }
    public required int Saved { get; init; }

    /// <summary>People who handed in: those who passed, those of <see cref="NotPassed"/> and those of <see cref="Waiting"/>.</summary>
    public required int HandedIn { get; init; }

    /// <summary>People who passed with the attempt that counts.</summary>
    public required int Passed { get; init; }

    /// <summary>People who handed in and of whom no attempt is graded: written answers wait for a mark.</summary>
    public required int Waiting { get; init; }

    /// <summary>People who were graded and did not pass with the attempt that counts.</summary>
    public int NotPassed => HandedIn - Passed - Waiting;

    /// <summary>Those who may need help, soonest deadline first; at most <see cref="MostAtRisk"/> of them.</summary>
    public required IReadOnlyList<RiskLine> AtRisk { get; init; }
    public required int AtRiskCount { get; init; }

    public const int MostAtRisk = 50;

    /// <summary>Whole percent of those who handed in, rounded down; null while nobody did.</summary>
    public int? PassRate => HandedIn == 0 ? null : Passed * 100 / HandedIn;

    /// <summary>Who is to take part, each person in one of the three.</summary>
    /// <param name="All">How many.</param>
    /// <param name="Started">Who has begun.</param>
    /// <param name="Absent">Who has not begun and owes it.</param>
    public sealed record ExpectedFigures(int All, int Started, int Absent)
    {
        /// <summary>Who has not begun and need not: they completed the programme otherwise, for instance in a session.</summary>
        public int Otherwise => All - Started - Absent;
    }

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

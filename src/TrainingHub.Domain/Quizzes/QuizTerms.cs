using TrainingHub.People;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>What is agreed for a quiz that an organization arranges.</summary>
public sealed record QuizTerms
{
    public const int LongestTitle = 80;
    public const int MostMinutes = 300;
    public const int MostAttempts = 20;
    public const int MostWaitMinutes = 7 * 24 * 60;

    /// <summary>For how many days an attempt that was granted after the window can be started.</summary>
    public const int GrantDays = 7;

    public required string Title { get; init; }

    /// <summary>Posts that take part, in the arranging unit and everything below it; none: everybody who holds a post there.</summary>
    public CorePosition Positions { get; init; }

    /// <summary>First instant at which it can be started (included), UTC.</summary>
    public required DateTime OpensAt { get; init; }

    /// <summary>Last instant of the window (included), UTC; what is open then is graded as it stands, unless more time was given.</summary>
    public required DateTime ClosesAt { get; init; }

    /// <summary>Whole minutes from start to deadline, when the window does not end before.</summary>
    public required int Minutes { get; init; }

    /// <summary>Whole percent of the full points that passes (included), 1 to 100.</summary>
    public required int PassPercent { get; init; }

    /// <summary>How many attempts a person has, from 1.</summary>
    public required int AttemptsAllowed { get; init; }
    public CountingAttempt Counts { get; init; }

    /// <summary>Whole minutes between the end of an attempt and the start of the next; 0: none.</summary>
    public int WaitMinutes { get; init; }
    public ReleasePolicy Release { get; init; } = ReleasePolicy.Open;

    /// <summary>Slugs of courses whose questions may be drawn.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Whether the bank of the arranging unit and those above it may be drawn from.</summary>
    public bool UsesBank { get; init; }
    public PaperPlan Plan { get; init; } = new();

    /// <summary>
    /// Whether passing may complete a programme, which is told and certified in the moment of passing: the score is told at once, and what was passed
    /// once counts.
    /// </summary>
    public bool MayCompleteProgrammes => Release.Score is ReleaseMoment.AtOnce && Counts is CountingAttempt.Best;

    public IEnumerable<QuizTermsFault> Faults()
    {
        (bool IsWrong, QuizTermsFault Fault)[] found =
        [
            (ClosesAt <= OpensAt, QuizTermsFault.WindowBackwards),
            (ClosesAt > OpensAt && Minutes is >= 1 and <= MostMinutes && ClosesAt < OpensAt.AddMinutes(Minutes), QuizTermsFault.WindowTooShort),
            (Minutes is < 1 or > MostMinutes, QuizTermsFault.MinutesOutOfRange),
            (PassPercent is < 1 or > 100, QuizTermsFault.PercentOutOfRange),
            (AttemptsAllowed is < 1 or > MostAttempts, QuizTermsFault.AttemptsOutOfRange),
            (WaitMinutes is < 0 or > MostWaitMinutes, QuizTermsFault.WaitOutOfRange),
            (!Release.IsInOrder, QuizTermsFault.ReleaseBackwards),
            (Courses.Count is 0 && !UsesBank, QuizTermsFault.NoSource),
        ];
        return found.Where(one => one.IsWrong).Select(one => one.Fault);
    }

    /// <summary>
    /// These terms where somebody has an attempt already: what decides about grades stays as it was, that is sources, plan, minutes, pass mark and
    /// which attempt counts. Title, window, people, number of attempts and release may change.
    /// </summary>
    /// <param name="agreed">The terms in force.</param>
    public QuizTerms WithGradesOf(QuizTerms agreed) => this with
    {
        Courses = agreed.Courses,
        UsesBank = agreed.UsesBank,
        Plan = agreed.Plan,
        Minutes = agreed.Minutes,
        PassPercent = agreed.PassPercent,
        Counts = agreed.Counts,
    };

    /// <summary>The deadline of an attempt that starts now, UTC: the end of the window, where that comes first.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="closesAt">End of the window for this person, added minutes included; null where it does not bind them.</param>
    /// <param name="added">Whole minutes that were added before it was begun.</param>
    public DateTime DeadlineOf(DateTime now, DateTime? closesAt, int added = 0)
    {
        var full = now.AddMinutes(Minutes + added);
        return closesAt is { } end && end < full ? end : full;
    }

    /// <summary>Which of the graded attempts counts; null when none is graded.</summary>
    public static Attempt? CountingOf(CountingAttempt counts, IEnumerable<Attempt> attempts)
    {
        var graded = attempts.Where(attempt => attempt.Points is not null).OrderBy(attempt => attempt.Number).ToList();
        return counts switch
        {
            CountingAttempt.First => graded.FirstOrDefault(),
            CountingAttempt.Last => graded.LastOrDefault(),
            CountingAttempt.Best => graded.MaxBy(attempt => (decimal)(attempt.Points ?? 0) / Math.Max(1, attempt.FullPoints)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

using System.Globalization;
using TrainingHub.Quizzes;

namespace TrainingHub.Sessions;

/// <summary>
/// 纸质试卷: a paper that was drawn for one participant of a session, to be printed or answered on the keeper's device. Never changed; its items are
/// <see cref="AttemptItem"/>s with its id, and so is the attempt that closing the session makes of it.
/// </summary>
public sealed class SessionPaper
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>Whose paper it is; each has one.</summary>
    public required Guid ParticipantId { get; init; }

    /// <summary>Within the session, from 1; printed on the paper.</summary>
    public required int Number { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>Empty where the quiz is an arranged one.</summary>
    public required string CourseSlug { get; init; }

    /// <summary>The course version, by content hash, whose questions were drawn; empty where the quiz is an arranged one.</summary>
    public required string CourseHash { get; init; }

    /// <summary>From which the paper can be drawn again.</summary>
    public required long Seed { get; init; }

    /// <summary>Whole minutes that the quiz gives.</summary>
    public required int Minutes { get; init; }

    /// <summary>Whole percent of the full points that passes (included).</summary>
    public required int PassPercent { get; init; }
    public required int FullPoints { get; init; }
    public required DateTime DrawnAt { get; init; }
    public required Guid DrawnBy { get; init; }

    /// <summary>Whether so many points pass: decided on whole numbers.</summary>
    public bool IsPass(int points) => (long)points * 100 >= (long)PassPercent * FullPoints;

    /// <summary>试卷编号 as it is printed.</summary>
    public static string NumberText(string sessionCode, int number) => string.Create(CultureInfo.InvariantCulture, $"{sessionCode}-{number:000}");

    /// <summary>The attempt of a person of the roster, not handed in yet. It belongs to the session's last half-day, whenever it is typed in.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="number">1 for the person's first attempt at the quiz.</param>
    /// <param name="begins">Of the half-day, UTC.</param>
    /// <param name="ends">Of the half-day, UTC.</param>
    public Attempt AttemptOf(Guid personId, int number, DateTime begins, DateTime ends) => new()
    {
        Id = Id,
        PersonId = personId,
        QuizSlug = QuizSlug,
        CourseSlug = CourseSlug,
        CourseHash = CourseHash,
        Number = number,
        Seed = Seed,
        StartedAt = begins,
        Deadline = ends,
        PassPercent = PassPercent,
        FullPoints = FullPoints,
    };
}

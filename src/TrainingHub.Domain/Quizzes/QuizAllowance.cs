namespace TrainingHub.Quizzes;

/// <summary>
/// 作答照顾: what whoever runs a quiz gave a person, and why: more time for an attempt that is open or not yet begun, one attempt more, or, to somebody who has
/// not begun, leave to begin after the window. Only ever appended.
/// </summary>
public sealed class QuizAllowance
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>Number of the attempt that got more time, or of the last one before the one granted; 0: leave to begin after the window.</summary>
    public required int AttemptNumber { get; init; }

    /// <summary>Whole minutes added; null: one attempt more, or leave to begin.</summary>
    public int? Minutes { get; init; }
    public required string Reason { get; init; }
    public required DateTime GivenAt { get; init; }
    public required Guid GivenBy { get; init; }

    /// <summary>The <see cref="GroupAllowance"/> that it is part of; null when it was given to this person alone.</summary>
    public Guid? GroupId { get; init; }
}

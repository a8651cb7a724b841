namespace TrainingHub.Quizzes;

/// <summary>
/// 作答照顾: what whoever runs a quiz gave a person afterwards, and why: more time for the open attempt, or one attempt more. Only ever appended.
/// </summary>
public sealed class QuizAllowance
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>Number of the attempt that got more time, or of the last one before the one granted.</summary>
    public required int AttemptNumber { get; init; }

    /// <summary>Whole minutes added; null: one attempt more.</summary>
    public int? Minutes { get; init; }
    public required string Reason { get; init; }
    public required DateTime GivenAt { get; init; }
    public required Guid GivenBy { get; init; }

    /// <summary>The <see cref="GroupAllowance"/> that it is part of; null when it was given to this person alone.</summary>
    public Guid? GroupId { get; init; }
}

namespace TrainingHub.Quizzes;

/// <summary>
/// 统一照顾: more time or one attempt more for everybody of a unit, or for everybody in reach, with the reason (a power cut). What each person got
/// stands in <see cref="QuizAllowance"/>. Only ever appended.
/// </summary>
public sealed class GroupAllowance
{
    /// <summary>Made with the form: the same form sent twice is one allowance.</summary>
    public required Guid Id { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>The unit, with everything below it.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Whole minutes for attempts open at that moment, and for the window of those who have not begun; null: one attempt more for who has ended one without passing.</summary>
    public int? Minutes { get; init; }
    public required string Reason { get; init; }
    public required DateTime GivenAt { get; init; }
    public required Guid GivenBy { get; init; }
}

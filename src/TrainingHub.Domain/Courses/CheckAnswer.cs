namespace TrainingHub.Courses;

/// <summary>An answer to a lesson's check question: the evidence by which a lesson is finished. Appended only.</summary>
public sealed class CheckAnswer
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string CourseSlug { get; init; }
    public required string LessonSlug { get; init; }

    /// <summary>Question version, by content hash.</summary>
    public required string QuestionHash { get; init; }
    public required string Choice { get; init; }
    public required bool IsRight { get; init; }
    public required DateTime AnsweredAt { get; init; }
}

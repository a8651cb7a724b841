namespace TrainingHub.Courses;

/// <summary>That a person finished a lesson: every check question answered rightly. One per person, course and lesson.</summary>
public sealed class LessonCompletion
{
    public required Guid PersonId { get; init; }
    public required string CourseSlug { get; init; }
    public required string LessonSlug { get; init; }
    public required string CourseHash { get; init; }
    public required DateTime FinishedAt { get; init; }
}

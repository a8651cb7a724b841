namespace TrainingHub.Courses;

/// <summary>That a person finished a lesson: enough questions of its pool answered rightly. One per person, course and lesson.</summary>
public sealed class LessonCompletion
{
    public required Guid PersonId { get; init; }
    public required string CourseSlug { get; init; }
    public required string LessonSlug { get; init; }

    /// <summary>The course version in which it was finished last.</summary>
    public required string CourseHash { get; set; }
    public required DateTime FinishedAt { get; set; }
}

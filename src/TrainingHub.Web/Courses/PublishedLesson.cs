namespace TrainingHub.Courses;

/// <summary>The rendered body of a lesson of one course version.</summary>
public sealed class PublishedLesson
{
    public required string CourseHash { get; init; }
    public required string Slug { get; init; }
    public required string Html { get; init; }
}

namespace TrainingHub.Courses;

/// <summary>课程版本 as published: immutable, found by content hash. The newest of a slug is the one that is learnt now.</summary>
public sealed class PublishedCourse
{
    /// <summary>Content hash, lower-case hex.</summary>
    public required string Hash { get; init; }
    public required string Slug { get; init; }
    public required DateTime PublishedAt { get; init; }

    /// <summary>Titles, audience, credit, quizzes and the list of lessons and questions, as JSON (<see cref="CourseManifest"/>). No question text, no key.</summary>
    public required string Manifest { get; init; }

    /// <summary>The unit that published it; null for what travels with the application.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Null for what travels with the application.</summary>
    public Guid? PublishedBy { get; init; }
}

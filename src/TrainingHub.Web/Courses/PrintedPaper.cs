namespace TrainingHub.Courses;

/// <summary>A paper that was drawn for a session which is not over, and not handed in yet: as good as an open attempt.</summary>
public sealed record PrintedPaper
{
    /// <summary>Of its items too.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null for a guest.</summary>
    public required Guid? PersonId { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>Empty where the quiz is an arranged one.</summary>
    public required string CourseSlug { get; init; }
}

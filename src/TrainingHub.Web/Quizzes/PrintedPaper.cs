namespace TrainingHub.Quizzes;

/// <summary>A paper that was drawn for a session which is not over, and not handed in yet: as good as an open attempt.</summary>
internal sealed record PrintedPaper
{
    /// <summary>Of its items too.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null for a guest.</summary>
    public required Guid? PersonId { get; init; }
    public required string QuizSlug { get; init; }
}

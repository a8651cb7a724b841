namespace TrainingHub.Quizzes;

/// <summary>A paper drawn before the window opens, for the first attempt of one person. Whoever starts takes it out.</summary>
public sealed class PreparedPaper
{
    public required Guid QuizId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Version of the quiz by whose terms it was drawn; another one makes it void.</summary>
    public required int Version { get; init; }
    public required long Seed { get; init; }

    /// <summary>The paper as it is stored.</summary>
    public required string Paper { get; init; }
}

namespace TrainingHub.Quizzes;

/// <summary>变更记录: one thing that was done to an arranged quiz, by whom and when. Only ever appended.</summary>
public sealed class QuizChange
{
    public required Guid Id { get; init; }
    public required Guid QuizId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public required Guid By { get; init; }

    /// <summary>Where it stood afterwards.</summary>
    public required QuizStanding Standing { get; init; }

    /// <summary>Version of the quiz afterwards.</summary>
    public required int Version { get; init; }

    /// <summary>The terms afterwards, as they are stored.</summary>
    public required string Terms { get; init; }

    /// <summary>Why, in their words; null where it was not asked.</summary>
    public string? Reason { get; init; }
}

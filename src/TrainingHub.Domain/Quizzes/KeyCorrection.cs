namespace TrainingHub.Quizzes;

/// <summary>
/// 更正答案: from its moment on a question version is graded by another key in one quiz, attempts that are still open included. The version itself
/// stays as it was shown. Only ever appended: the one with the highest number holds.
/// </summary>
public sealed class KeyCorrection
{
    public required Guid Id { get; init; }
    public required string QuizSlug { get; init; }
    public required string QuestionHash { get; init; }

    /// <summary>From 1, for the quiz and the version.</summary>
    public required int Number { get; init; }

    /// <summary>A <see cref="Questions.CorrectedKey"/> as it is stored; null: the version's own key again.</summary>
    public string? Correction { get; init; }
    public required Guid RegradeId { get; init; }
    public required DateTime CorrectedAt { get; init; }
    public required Guid CorrectedBy { get; init; }
}

namespace TrainingHub.Practice;

/// <summary>An answer in practice. Appended only; no training is credited for it.</summary>
public sealed class PracticeAnswer
{
    /// <summary>Answers that are kept of one person on one day; nobody practises more, only a machine does.</summary>
    public const int MostADay = 1_000;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>Question version, by content hash.</summary>
    public required string QuestionHash { get; init; }

    /// <summary>Letters in the author's order: <c>AC</c>; empty where the answer is no choice.</summary>
    public required string Choice { get; init; }

    /// <summary>The answer to a question that is no choice, as a <see cref="Questions.Response"/> writes itself in the author's order; null to one that is.</summary>
    public string? Text { get; init; }
    public required bool IsRight { get; init; }

    /// <summary>Whether it was asked as 每日一练.</summary>
    public required bool IsDaily { get; init; }
    public required DateTime AnsweredAt { get; init; }
}

using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>What never changes about an attempt and is needed to read its answers, to show it and to grade it.</summary>
public sealed record PaperCard(Guid AttemptId, IReadOnlyDictionary<int, PaperCard.Item> Items)
{
    /// <summary>The frozen paper, in its order.</summary>
    public required IReadOnlyList<AttemptItem> Paper { get; init; }

    public sealed record Item(QuestionPrompt Prompt, IReadOnlyList<int> OptionOrder);
}

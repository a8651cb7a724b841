using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>What never changes about an attempt and is needed to read its answers.</summary>
public sealed record PaperCard(Guid AttemptId, IReadOnlyDictionary<int, PaperCard.Item> Items)
{
    public sealed record Item(QuestionPrompt Prompt, IReadOnlyList<int> OptionOrder);
}

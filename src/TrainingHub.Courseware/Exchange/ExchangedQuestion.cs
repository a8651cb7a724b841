using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>A question with what a bank keeps beside its version.</summary>
/// <param name="Version">The question.</param>
/// <param name="Tags">标签.</param>
/// <param name="Points">知识点.</param>
/// <param name="Source">来源; null when nothing is said.</param>
public sealed record ExchangedQuestion(QuestionVersion Version, IReadOnlyList<string> Tags, IReadOnlyList<string> Points, string? Source);

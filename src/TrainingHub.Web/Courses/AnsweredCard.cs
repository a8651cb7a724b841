using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>A question and what a person answered.</summary>
/// <param name="Prompt">The question.</param>
/// <param name="Chosen">Original option indices, ascending.</param>
/// <param name="IsRight">Whether rightly.</param>
/// <param name="Explanation">Null while it may not be told.</param>
/// <param name="Bases">What to read.</param>
public sealed record AnsweredCard(QuestionPrompt Prompt, IReadOnlyList<int> Chosen, bool IsRight, string? Explanation, IReadOnlyList<BasisCard> Bases);

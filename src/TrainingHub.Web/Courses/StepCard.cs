using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>The check question that is open, as it is shown. Nothing in it tells its key.</summary>
/// <param name="Token">Of the step.</param>
/// <param name="Prompt">The question.</param>
/// <param name="OptionOrder">Original option indices in the order shown.</param>
/// <param name="Refused">Letters whose sending was refused; null when nothing was.</param>
public sealed record StepCard(string Token, QuestionPrompt Prompt, IReadOnlyList<int> OptionOrder, string? Refused);

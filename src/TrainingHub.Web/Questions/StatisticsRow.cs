namespace TrainingHub.Questions;

/// <summary>A counted question version in a list.</summary>
/// <param name="Numbers">What was counted.</param>
/// <param name="Prompt">What is asked.</param>
/// <param name="BankId">The question in a bank; null when it is a course's.</param>
/// <param name="Course">Slug of the course; null when it is a bank's.</param>
public sealed record StatisticsRow(QuestionStatistics Numbers, QuestionPrompt Prompt, Guid? BankId, string? Course);

using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>Two versions of a question, line by line.</summary>
/// <param name="Question">The question.</param>
/// <param name="Before">The earlier version; null for the first one alone.</param>
/// <param name="After">The later version.</param>
/// <param name="Parts">The text of the later one with what was deleted.</param>
public sealed record QuestionVersionPage(BankQuestion Question, BankQuestionVersion? Before, BankQuestionVersion After, IReadOnlyList<TextPart> Parts);

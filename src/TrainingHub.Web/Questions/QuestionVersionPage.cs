using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>Two versions of a question, line by line.</summary>
/// <param name="Question">The question.</param>
/// <param name="Before">The earlier version; null for the first one alone.</param>
/// <param name="After">The later version.</param>
/// <param name="Parts">The text of the later one with what was deleted.</param>
/// <param name="Numbers">Of all versions, the newest first.</param>
/// <param name="MayEdit">Whether the reader writes in this bank.</param>
public sealed record QuestionVersionPage(
    BankQuestion Question, BankQuestionVersion? Before, BankQuestionVersion After, IReadOnlyList<TextPart> Parts, IReadOnlyList<int> Numbers, bool MayEdit)
{
    /// <summary>Whether this version can be made the newest again.</summary>
    public bool MayRestore => MayEdit && Question.Status is not BankStatus.Retired && !string.Equals(After.Hash, Question.Hash, StringComparison.Ordinal);
}

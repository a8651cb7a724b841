using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>A change of many questions with what it made of each.</summary>
/// <param name="Job">Of the reader.</param>
/// <param name="Which">Only those with this outcome; null for all.</param>
/// <param name="Counts">How many questions had which outcome.</param>
/// <param name="Lines">One page of them, in the order of the questions.</param>
/// <param name="Pages">Where that page stands.</param>
/// <param name="UndoneBy">The change that took it back; null when none.</param>
/// <param name="MayUndo">Whether it ended, changed something, and was not taken back.</param>
public sealed record ChangePage(
    BankJob Job, BankLineOutcome? Which, IReadOnlyDictionary<BankLineOutcome, int> Counts, IReadOnlyList<ChangePage.Line> Lines, Pages Pages, Guid? UndoneBy, bool MayUndo)
{
    /// <param name="Id">Of the question.</param>
    /// <param name="QuestionId">As people know it.</param>
    /// <param name="Title">Beginning of its stem; null where the reader does not write in its bank any longer.</param>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="Reasons">Names of texts that say what was refused.</param>
    public sealed record Line(Guid Id, string QuestionId, string? Title, BankLineOutcome Outcome, IReadOnlyList<string> Reasons);
}

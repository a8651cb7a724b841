using TrainingHub.Hosting;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>The regrades of a quiz, and the questions that were on its papers.</summary>
/// <param name="Slug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Q">What was searched for in the stems; null: nothing.</param>
/// <param name="Regrades">Newest first.</param>
/// <param name="Questions">One page of them.</param>
/// <param name="Pages">Of the questions.</param>
public sealed record RegradesPage(
    string Slug, string Title, string? Q, IReadOnlyList<RegradesPage.RegradeLine> Regrades, IReadOnlyList<RegradesPage.QuestionLine> Questions, Pages Pages)
{
    /// <param name="Number">In its quiz.</param>
    /// <param name="Stem">Of its question.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="At">When it was begun, in the zone.</param>
    /// <param name="By">Who; null when no longer named.</param>
    /// <param name="Reason">As it was given.</param>
    public sealed record RegradeLine(int Number, string Stem, RegradeState State, DateTime At, string? By, string Reason);

    /// <param name="Hash">Of the version.</param>
    /// <param name="Prompt">What was shown.</param>
    /// <param name="Attempts">How many graded attempts have it.</param>
    /// <param name="IsCorrected">Whether another key holds.</param>
    public sealed record QuestionLine(string Hash, QuestionPrompt Prompt, int Attempts, bool IsCorrected);
}

using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Results;

/// <summary>How the questions of a quiz were answered, by clause and one by one.</summary>
/// <param name="Slug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Unit">Code and name of the unit looked at; null for everybody in reach.</param>
/// <param name="Clauses">The worst first; a question that rests on several counts for each. Empty while the reader is answering these questions.</param>
/// <param name="Questions">The worst first; empty for readers who may not see keys.</param>
/// <param name="MaySeeKeys">Whether the reader may.</param>
public sealed record AnalysisPage(
    string Slug, string Title, (string Code, string Name)? Unit, IReadOnlyList<AnalysisPage.ClauseLine> Clauses, IReadOnlyList<AnalysisPage.QuestionLine> Questions, bool MaySeeKeys)
{
    /// <param name="Document">Title of the standard or document.</param>
    /// <param name="Clause">Number of the clause; null without one.</param>
    /// <param name="Shown">How often its questions stood on graded papers.</param>
    /// <param name="Right">How often everything was right.</param>
    public sealed record ClauseLine(string Document, string? Clause, int Shown, int Right)
    {
        /// <summary>Whole percent, rounded down.</summary>
        public int Percent => Shown == 0 ? 0 : (int)((long)Right * 100 / Shown);
    }

    /// <param name="Question">As it is graded now.</param>
    /// <param name="Shown">How often it stood on graded papers.</param>
    /// <param name="Right">How often everything was right.</param>
    /// <param name="Unanswered">How often it was left blank.</param>
    /// <param name="Options">For each option, in the order of the bank, how often it was picked; empty where nothing is picked.</param>
    public sealed record QuestionLine(QuestionVersion Question, int Shown, int Right, int Unanswered, IReadOnlyList<int> Options)
    {
        /// <summary>Whole percent, rounded down.</summary>
        public int Percent => Shown == 0 ? 0 : (int)((long)Right * 100 / Shown);
    }
}

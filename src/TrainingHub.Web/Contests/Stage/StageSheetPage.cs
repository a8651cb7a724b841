using TrainingHub.Questions;
using TrainingHub.Quizzes.Results;

namespace TrainingHub.Contests.Stage;

/// <summary>What came of a contest on a stage, to print and to file.</summary>
/// <param name="Contest">As stored.</param>
/// <param name="OwnerName">Of the unit that holds it.</param>
/// <param name="Facts">How it stands.</param>
/// <param name="Terms">What was agreed.</param>
/// <param name="Rulings">In the order of the log.</param>
/// <param name="Clauses">What the teams got wrong, the worst first.</param>
/// <param name="Questions">That a team had to answer, the worst first.</param>
/// <param name="MistakesSent">To people, from 0.</param>
/// <param name="People">Members who are people of a roster: they get mistakes, hours and prizes.</param>
public sealed record StageSheetPage(
    Contest Contest, string OwnerName, StageFacts Facts, StageTerms Terms, IReadOnlyList<StageSheetPage.Ruling> Rulings,
    IReadOnlyList<AnalysisPage.ClauseLine> Clauses, IReadOnlyList<StageSheetPage.Line> Questions, int MistakesSent, int People)
{
    /// <summary>What was typed of the audience and refused; null without.</summary>
    public string? Audience { get; init; }

    /// <param name="At">In the zone.</param>
    /// <param name="Kind">What.</param>
    /// <param name="Item">The question; null without.</param>
    /// <param name="Team">The team; null without.</param>
    /// <param name="Text">As the log keeps it.</param>
    /// <param name="Amount">Points.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Ruling(DateTime At, ContestEntryKind Kind, int? Item, int? Team, string? Text, int? Amount, string? Reason);

    /// <param name="Number">Of the question.</param>
    /// <param name="Question">As it was asked.</param>
    /// <param name="Asked">Teams that had to answer it.</param>
    /// <param name="Missed">Of these who were wrong or said nothing.</param>
    public sealed record Line(int Number, QuestionVersion Question, int Asked, IReadOnlyList<int> Missed)
    {
        public int Right => Asked - Missed.Count;

        /// <summary>Whole percent, rounded down.</summary>
        public int Percent => AnalysisPage.PercentOf(Right, Asked);
    }
}

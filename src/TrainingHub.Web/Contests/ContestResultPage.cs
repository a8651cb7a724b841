using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Results;

namespace TrainingHub.Contests;

/// <summary>What came of a contest.</summary>
/// <param name="Contest">As stored.</param>
/// <param name="Rules">By which it was played.</param>
/// <param name="Ranking">Of this page.</param>
/// <param name="Pages">Of the ranking.</param>
/// <param name="Seats">Of the whole ranking, by number.</param>
/// <param name="Teams">Empty without.</param>
/// <param name="Clauses">The worst first.</param>
/// <param name="Questions">The worst first.</param>
/// <param name="MistakesSent">To players, from 0.</param>
/// <param name="Few">Of classes, by their place from 1: questions at which fewer than five devices were present, so that nothing is kept.</param>
public sealed record ContestResultPage(
    Contest Contest, ContestRules Rules, IReadOnlyList<ContestRank> Ranking, Pages Pages, IReadOnlyDictionary<int, SeatCard> Seats, IReadOnlyList<ContestTeamRank> Teams,
    IReadOnlyList<AnalysisPage.ClauseLine> Clauses, IReadOnlyList<ContestResultPage.QuestionLine> Questions, int MistakesSent, IReadOnlyDictionary<int, int> Few)
{
    /// <param name="Question">As it was asked.</param>
    /// <param name="Shown">How many could answer it.</param>
    /// <param name="Right">How many were right.</param>
    /// <param name="Unanswered">How many said nothing.</param>
    /// <param name="Options">For each option, in the order of the bank, how often it was picked.</param>
    public sealed record QuestionLine(QuestionVersion Question, int Shown, int Right, int Unanswered, IReadOnlyList<int> Options)
    {
        /// <summary>Whole percent, rounded down.</summary>
        public int Percent => AnalysisPage.PercentOf(Right, Shown);
    }
}

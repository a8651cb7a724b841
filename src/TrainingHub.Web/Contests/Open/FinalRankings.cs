using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Open;

/// <summary>Quizzes of open contests whose ranking was frozen.</summary>
public sealed class FinalRankings : IFinalRankings
{
    public IQueryable<Guid> QuizzesIn(Db db) => db.OpenContests.Where(contest => contest.FrozenAt != null).Select(contest => contest.QuizId);
}

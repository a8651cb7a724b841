using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Around which quizzes a ranking is final: told by the contests that rank their results.</summary>
public interface IFinalRankings
{
    /// <summary>Ids of the quizzes, to be narrowed by the caller.</summary>
    IQueryable<Guid> QuizzesIn(Db db);
}

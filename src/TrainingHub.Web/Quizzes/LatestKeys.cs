using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>The keys that regrades put in the place of others last.</summary>
public sealed class LatestKeys(Db db) : ILatestKeys
{
    public async Task<IReadOnlyDictionary<string, QuestionVersion>> OverAsync(IReadOnlyDictionary<string, QuestionVersion> shown, CancellationToken cancel) =>
        CorrectedQuestions.Over(shown, await TallyItems.LatestAsync(db, shown.Keys, cancel));
}

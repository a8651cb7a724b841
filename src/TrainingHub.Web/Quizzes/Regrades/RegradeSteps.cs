using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Sees to the next step of a regrade: at once where few took the quiz, else in the background.</summary>
public sealed class RegradeSteps(Db db, WorkOffRegrade work, RegradeSignal signal)
{
    private const int Few = 300;

    public async Task GoOnAsync(Guid regradeId, CancellationToken cancel)
    {
        var slug = await db.Regrades.Where(regrade => regrade.Id == regradeId).Select(regrade => regrade.QuizSlug).SingleAsync(cancel);
        if (await db.Attempts.Where(attempt => attempt.QuizSlug == slug).Take(Few + 1).CountAsync(cancel) <= Few)
        {
            await work.RunAsync(regradeId, cancel);
        }
        else
        {
            signal.Wake();
        }
    }
}

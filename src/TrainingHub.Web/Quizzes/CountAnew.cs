using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>
/// Takes a paper out of the statistics of its questions, before its answers are corrected: it is counted again as it stands then. Runs in the caller's
/// transaction; the caller saves, and begins again where somebody counted in the same moment.
/// </summary>
public sealed class CountAnew(Db db, RecountItems recount, TallyItems tally)
{
    /// <param name="attempt">Handed in, with the answers that are still in force.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RunAsync(Attempt attempt, CancellationToken cancel)
    {
        var cursor = await db.StatisticsCursors.SingleOrDefaultAsync(row => row.Id == 1, cancel);
        // The token of the count, also where the paper is not counted yet: who is counting it now has read what it said before.
        _ = cursor is null ? 0 : cursor.Revision++;
        if (await db.UncountedAttempts.AnyAsync(waiting => waiting.AttemptId == attempt.Id, cancel))
        {
            return;
        }

        db.Add(new UncountedAttempt { AttemptId = attempt.Id });
        if (cursor is null || !await db.Attempts.AnyAsync(counted => counted.Id == attempt.Id && counted.Id <= cursor.AttemptId, cancel))
        {
            return;
        }

        var keys = await recount.OfAsync(attempt.QuizSlug, null, cancel);
        await tally.RunAsync([attempt], after: null, _ => keys, cancel);
    }
}

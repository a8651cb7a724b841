using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>
/// After a key was corrected, counts the papers of that quiz that were already counted by the corrected one: what they said is taken out of the
/// sums, what they say now is put in. A hundred in a transaction, one correction after the other; a restart goes on where it stopped.
/// </summary>
public sealed class RecountItems(Db db, Transactions transactions, TallyItems tally)
{
    private const int Step = 100;

    /// <summary>Does the next step. False when every correction is counted.</summary>
    public Task<bool> RunAsync(CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.ChangeTracker.Clear();
        var correction = await db.KeyCorrections.AsNoTracking()
            .Where(one => !db.CountedCorrections.Any(counted => counted.CorrectionId == one.Id && counted.IsDone))
            .OrderBy(one => one.CorrectedAt).ThenBy(one => one.Id).FirstOrDefaultAsync(cancel);
        if (correction is null)
        {
            return false;
        }

        var counted = await db.CountedCorrections.SingleOrDefaultAsync(one => one.CorrectionId == correction.Id, cancel);
        if (counted is null)
        {
            db.Add(counted = new CountedCorrection { CorrectionId = correction.Id });
        }

        // Nothing was counted yet: nothing has to be counted anew.
        var cursor = await db.StatisticsCursors.SingleOrDefaultAsync(row => row.Id == 1, cancel);
        var attempts = cursor is null ? [] : await AttemptsAsync(correction, counted.LastAttemptId, cursor.AttemptId, cancel);
        if (attempts.Count > 0)
        {
            var (before, after) = (await OfAsync(correction.QuizSlug, null, cancel), await OfAsync(correction.QuizSlug, correction, cancel));
            await tally.RunAsync(attempts, _ => after, _ => before, cancel);
            counted.LastAttemptId = attempts[^1].Id;
        }

        counted.IsDone = attempts.Count < Step;
        // The same token as that of the count: no two processes change the sums at once.
        _ = cursor is null ? 0 : cursor.Revision++;
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    /// <summary>The corrected keys of a quiz by which its papers are counted.</summary>
    public async Task<IReadOnlyDictionary<string, CorrectedKey>> OfAsync(string quizSlug, KeyCorrection? more, CancellationToken cancel)
    {
        var done = await db.KeyCorrections.AsNoTracking()
            .Where(one => one.QuizSlug == quizSlug && db.CountedCorrections.Any(counted => counted.CorrectionId == one.Id && counted.IsDone)).ToListAsync(cancel);
        return (more is null ? done : [.. done, more]).GroupBy(one => one.QuestionHash, StringComparer.Ordinal)
            .Select(versions => (Hash: versions.Key, Correction: CorrectionJson.Read(versions.MaxBy(one => one.Number)?.Correction)))
            .Where(pair => pair.Correction is not null)
            .ToDictionary(pair => pair.Hash, pair => pair.Correction ?? new CorrectedKey(), StringComparer.Ordinal);
    }

    private Task<List<Attempt>> AttemptsAsync(KeyCorrection correction, Guid after, Guid until, CancellationToken cancel)
    {
        var (slug, hash) = (correction.QuizSlug, correction.QuestionHash);
        return db.Attempts.AsNoTracking()
            .Where(attempt => attempt.QuizSlug == slug && attempt.Id > after && attempt.Id <= until
                && db.AttemptItems.Any(item => item.AttemptId == attempt.Id && item.QuestionHash == hash)
                && !db.UncountedAttempts.Any(open => open.AttemptId == attempt.Id))
            .OrderBy(attempt => attempt.Id).Take(Step).ToListAsync(cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Counts papers that were handed in into the statistics of their questions, each once: 100 in a transaction, in the order in which they were
/// started. What is still open when the count passes it is noted and counted later, and so is what comes on paper. A paper of one question has no rest to compare with and is left out.
/// </summary>
public sealed class CountItems(Db db, Transactions transactions, RecountItems recount, TallyItems tally, DayClock clock)
{
    private const int Step = 100;

    // An attempt that is being started may become visible after a later one.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Counts anew what a corrected key changed, else the next papers. False when none is left for now.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel) => await recount.RunAsync(cancel) || await CountNextAsync(cancel);

    private Task<bool> CountNextAsync(CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.ChangeTracker.Clear();
        var cursor = await db.StatisticsCursors.SingleOrDefaultAsync(row => row.Id == 1, cancel);
        if (cursor is null)
        {
            db.Add(cursor = new StatisticsCursor { Id = 1, AttemptId = Guid.Empty });
        }

        var (after, until) = (cursor.AttemptId, clock.Now - Settled);
        var next = await db.Attempts.AsNoTracking().Where(attempt => attempt.Id > after && attempt.StartedAt <= until && !db.UncountedAttempts.Any(waiting => waiting.AttemptId == attempt.Id))
            .OrderBy(attempt => attempt.Id).Take(Step).ToListAsync(cancel);
        var late = await (
            from waiting in db.UncountedAttempts
            join attempt in db.Attempts.AsNoTracking() on waiting.AttemptId equals attempt.Id
            where attempt.SubmittedAt != null
            orderby attempt.Id
            select attempt).Take(Step).ToListAsync(cancel);
        if (next.Count + late.Count is 0)
        {
            return false;
        }

        db.AddRange(next.Where(attempt => attempt.SubmittedAt is null).Select(attempt => new UncountedAttempt { AttemptId = attempt.Id }));
        db.RemoveRange(late.Select(attempt => new UncountedAttempt { AttemptId = attempt.Id }));
        await CountAsync([.. next.Where(attempt => attempt.SubmittedAt is not null), .. late], cancel);
        cursor.AttemptId = next.Count > 0 ? next[^1].Id : after;
        cursor.Revision++;
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private async Task CountAsync(List<Attempt> attempts, CancellationToken cancel)
    {
        var keys = new Dictionary<string, IReadOnlyDictionary<string, CorrectedKey>>(StringComparer.Ordinal);
        foreach (var slug in attempts.Select(attempt => attempt.QuizSlug).Distinct(StringComparer.Ordinal))
        {
            keys[slug] = await recount.OfAsync(slug, null, cancel);
        }

        await tally.RunAsync(attempts, slug => keys[slug], before: null, cancel);
    }
}

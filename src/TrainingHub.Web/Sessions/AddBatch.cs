using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>分期: another batch on the same terms, a week after the last one. Its day and place are then changed like those of any session.</summary>
public sealed class AddBatch(Db db, Transactions transactions, PlanSession plan)
{
    private const int DaysBetween = 7;

    /// <param name="session">Any batch of the series, in the keeper's reach.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The code of the new batch.</returns>
    public Task<string> RunAsync(TrainingSession session, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        await db.LockSessionAsync(session.Id, cancel);
        var last = await db.TrainingSessions.AsNoTracking().Where(one => one.SeriesId == session.SeriesId).OrderByDescending(one => one.Batch).FirstAsync(cancel);
        var terms = last.TermsWith(await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == last.Id).ToListAsync(cancel));
        return await plan.AddAsync(session.OrganizationId, session.SeriesId, last.Batch + 1, terms.Later(Math.Max(DaysBetween, terms.LastDay.DayNumber - terms.FirstDay.DayNumber + 1)), cancel);
    }, cancel);
}

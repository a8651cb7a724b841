using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Goes on with sessions that are being closed, one step in one transaction. Several processes may do it at once: the session's row is held meanwhile.</summary>
public sealed class ContinueClosings(Db db, Transactions transactions, EnterStep step)
{
    /// <summary>Ends when every session that was being closed is closed.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var id in await db.TrainingSessions.Where(session => session.Standing == SessionStanding.Closing).OrderBy(session => session.Id).Select(session => session.Id).ToListAsync(cancel))
        {
            while (!await transactions.RunAsync(cancel => StepAsync(id, cancel), cancel))
            {
                db.ChangeTracker.Clear();
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> StepAsync(Guid id, CancellationToken cancel)
    {
        var session = await db.LockSessionAsync(id, cancel);
        return session.Standing is not SessionStanding.Closing || await step.RunAsync(session, cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Carries out what was asked to be frozen, one after the other. It can be stopped anywhere: the next begins such a snapshot anew, and finds the same,
/// because day and moment say what is counted. Of several processes one works on a snapshot; one that stopped without a word is waited for.
/// </summary>
public sealed partial class ContinueSnapshots(Db db, Transactions transactions, WriteSnapshot write, Ids ids, DayClock clock, TimeProvider time, ILogger<ContinueSnapshots> logger)
{
    // Long enough to count the largest province before the first row is written.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5), MostPatience = TimeSpan.FromSeconds(15);

    /// <summary>Works until nothing is left to freeze.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await NextAsync(cancel) is { } next)
        {
            if (next.HeldUntil - clock.Now is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < MostPatience ? wait : MostPatience, time, cancel);
                continue;
            }

            await TryAsync(next, cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The first that nobody works on; else the one that is kept for the shortest time.</summary>
    private async Task<SnapshotRequest?> NextAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        return await db.SnapshotRequests.AsNoTracking().Where(r => r.Number == null && r.FailedAt == null)
            .OrderBy(r => r.HeldUntil != null && r.HeldUntil > now).ThenBy(r => r.HeldUntil).ThenBy(r => r.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task TryAsync(SnapshotRequest next, CancellationToken cancel)
    {
        var (id, snapshotId) = (next.Id, ids.Next());
        try
        {
            if (await ChangeAsync(id, request => request.Hold(snapshotId, clock.Now + Hold, clock.Now), cancel) is { } request)
            {
                await write.RunAsync(request, snapshotId, Hold, cancel);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process goes on with it.
        }
        catch (OperationCanceledException)
        {
            await ChangeAsync(id, request => request.Release(snapshotId), CancellationToken.None);
            throw;
        }
        catch (Exception exception) when (exception is not (System.Data.Common.DbException or DbUpdateException) || !next.IsTriedAgain(clock.Now))
        {
            // What cannot be counted would stand in everybody's way; a database that is away is waited for, though not for ever.
            LogFailed(logger, id, exception);
            await ChangeAsync(id, request => request.Fail(snapshotId, clock.Now), cancel);
        }
    }

    private Task<SnapshotRequest?> ChangeAsync(Guid id, Action<SnapshotRequest> change, CancellationToken cancel) => ChangeAsync(id, request =>
    {
        change(request);
        return true;
    }, cancel);

    /// <summary>The request as it is then; null where the change did not come about.</summary>
    private Task<SnapshotRequest?> ChangeAsync(Guid id, Func<SnapshotRequest, bool> change, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return transactions.RunAsync<SnapshotRequest?>(async cancel =>
        {
            var request = await db.SnapshotRequests.SingleAsync(r => r.Id == id, cancel);
            if (!change(request))
            {
                return null;
            }

            await db.SaveChangesAsync(cancel);
            return request;
        }, cancel);
    }

    [LoggerMessage(402, LogLevel.Error, "Snapshot request {RequestId} could not be carried out")]
    private static partial void LogFailed(ILogger logger, Guid requestId, Exception exception);
}

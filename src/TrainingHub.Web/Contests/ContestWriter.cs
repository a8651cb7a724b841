using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Contests.Stage;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>
/// The one way in which anything happens in a contest: a bounded queue in front of the log. Whatever has queued up, up to 256 actions, goes into one
/// transaction for each contest, and its receipts leave only after COMMIT; PostgreSQL writes several contests at the same time. A full queue makes callers
/// wait; nothing is dropped.
/// </summary>
public sealed class ContestWriter(IServiceScopeFactory scopes, ContestRooms rooms, RushHour rush, ContestClock time, ILogger<ContestWriter> log) : BackgroundService
{
    /// <summary>On which other processes are told that a log has grown; PostgreSQL alone has any.</summary>
    public const string Notification = "contests";

    private const int LargestBatch = 256;
    private const int MostAtOnce = 8;

    private readonly Channel<ContestAction> _queue = Channel.CreateBounded<ContestAction>(
        new BoundedChannelOptions(8192) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    /// <summary>Comes back only after COMMIT.</summary>
    public async Task<ActionOutcome> RunAsync(ContestAction action, CancellationToken cancel)
    {
        rush.Note();
        await _queue.Writer.WriteAsync(action, cancel);
        return await action.OutcomeAsync();
    }

    /// <summary>Writes what is still queued before the process ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } work)
        {
            await work.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = IsPostgres() ? MostAtOnce : 1 };
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var waiting = new List<ContestAction>();
            while (waiting.Count < LargestBatch && _queue.Reader.TryRead(out var action))
            {
                if (!action.IsAbandoned)
                {
                    waiting.Add(action);
                }
            }

            await Parallel.ForEachAsync(waiting.GroupBy(action => action.ContestId), lanes, async (contest, _) =>
            {
                foreach (var batch in Batches([.. contest]))
                {
                    await WriteAsync(contest.Key, batch);
                }
            });
        }
    }

    // SQLite has one writer, whoever asks.
    private bool IsPostgres()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Db>().IsPostgres;
    }

    /// <summary>A step of the host, and what a team does on a stage, stands alone: what comes after it is decided by what it made of the contest.</summary>
    private static IEnumerable<List<ContestAction>> Batches(List<ContestAction> actions)
    {
        var batch = new List<ContestAction>();
        foreach (var action in actions)
        {
            if (action is ContestAction.Step or ContestAction.Move)
            {
                if (batch.Count > 0)
                {
                    yield return batch;
                }

                yield return [action];
                batch = [];
                continue;
            }

            batch.Add(action);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task WriteAsync(Guid contestId, List<ContestAction> actions)
    {
        try
        {
            var room = await rooms.FindAsync(contestId, CancellationToken.None);
            var (outcomes, batch) = room is null ? ([], null) : await WriteTogetherAsync(room, actions);
            if (room is not null && batch is not null && !batch.Tell())
            {
                await rooms.CatchUpAsync(room, CancellationToken.None);
            }

            foreach (var (place, action) in actions.Index())
            {
                action.Complete(outcomes.Count > place ? outcomes[place] : new ActionOutcome.NotFound());
            }
        }
        catch (Exception) when (actions.Count > 1)
        {
            // Nothing of it was written: one by one, so that the error reaches only the action it concerns.
            foreach (var action in actions)
            {
                await WriteAsync(contestId, [action]);
            }
        }
        catch (Exception exception)
        {
            log.ActionNotWritten(exception, contestId);
            actions[0].Fail(exception);
        }
    }

    private async Task<(List<ActionOutcome> Outcomes, ContestBatch? Batch)> WriteTogetherAsync(ContestRoom room, List<ContestAction> actions)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, transactions) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<Transactions>());
        return await transactions.RunAsync<(List<ActionOutcome>, ContestBatch?)>(async cancel =>
        {
            if (await db.LockContestAsync(room.Id, cancel) is not { } contest)
            {
                return ([], null);
            }

            if (contest.LastNumber > room.Number)
            {
                // Another process has written meanwhile, or this one does not know whether its last COMMIT came through.
                await rooms.CatchUpAsync(room, db, cancel);
            }

            var (batch, outcomes) = (new ContestBatch(db, room, contest, time.Now), new List<ActionOutcome>(actions.Count));
            foreach (var action in actions)
            {
                outcomes.Add(await batch.DecideAsync(action, cancel));
            }

            batch.Write();
            await db.SaveChangesAsync(cancel);
            if (batch.EndsStage)
            {
                await scope.ServiceProvider.GetRequiredService<TellMembers>().RunAsync(contest, cancel);
            }

            if (batch.EndsClasses)
            {
                await db.ForgetDevicesAsync(room.Id, cancel);
            }

            if (db.IsPostgres && batch.Entries.Count > 0)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Notification}, {room.Id.ToString()})", cancel);
            }

            return (outcomes, batch);
        }, CancellationToken.None);
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>
/// Follows what other processes write: PostgreSQL wakes it on a connection of its own, and every second it looks itself, in case a call was lost.
/// With SQLite there is one process, and nothing to follow.
/// </summary>
public sealed class ContestFollower(IServiceScopeFactory scopes, ContestRooms rooms, StorageOptions storage, ILogger<ContestFollower> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.Database != DatabaseKind.Postgres)
        {
            return;
        }

        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.NotFollowing(exception);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The process ends.
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(storage.Connection) { Pooling = false, MaxAutoPrepare = 0 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancel);
        await using (var listen = connection.CreateCommand())
        {
            listen.CommandText = $"LISTEN {ContestWriter.Notification}";
            await listen.ExecuteNonQueryAsync(cancel);
        }

        while (true)
        {
            await connection.WaitAsync(Pause, cancel);
            await LookAsync(cancel);
        }
    }

    /// <summary>One statement for all rooms in memory, however many notifications there were.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        var known = rooms.Known.ToDictionary(room => room.Id);
        if (known.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        List<Guid> ids = [.. known.Keys];
        foreach (var one in await db.Contests.AsNoTracking().Where(contest => ids.Contains(contest.Id)).Select(contest => new { contest.Id, contest.LastNumber }).ToListAsync(cancel))
        {
            if (known[one.Id] is var room && room.Number < one.LastNumber)
            {
                await rooms.CatchUpAsync(room, db, cancel);
            }
        }
    }
}

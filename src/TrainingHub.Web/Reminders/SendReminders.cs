using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>
/// Sends what is due today, once: a few hundred people after the other, each step a transaction that also notes how far it came. It can be
/// interrupted anywhere; of several processes one works on it. Nothing before the first hour and after the last, nothing on days off.
/// </summary>
public sealed partial class SendReminders(
    IServiceScopeFactory scopes, Db db, Transactions transactions, ReminderSettings settings, TurnOfDay turn, WorkingDays calendar, DayClock clock, ILogger<SendReminders> logger)
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    /// <returns>How many people got a message; null when there was nothing to do now.</returns>
    public async Task<int?> RunAsync(CancellationToken cancel)
    {
        var now = clock.InZone(clock.Now);
        var today = DateOnly.FromDateTime(now);
        if (!calendar.IsWorked(today) || !settings.Hours.Contains(TimeOnly.FromDateTime(now)) || !await TakeAsync(today, cancel))
        {
            return null;
        }

        // Whoever came or left with the day is counted first.
        await turn.EnsureAsync(cancel);
        try
        {
            while (true)
            {
                // A context of its own for each step: a run of many people keeps none of them in memory.
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<ReminderSteps>().RunAsync(today, clock.Now + Hold, cancel) is { } people)
                {
                    LogSent(logger, people, today);
                    return people;
                }
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process goes on with it.
            return null;
        }
    }

    private async Task<bool> TakeAsync(DateOnly today, CancellationToken cancel)
    {
        if (await db.ReminderRuns.AsNoTracking().AnyAsync(run => run.Day == today && run.FinishedAt != null, cancel))
        {
            return false;
        }

        try
        {
            return await transactions.RunAsync(async cancel =>
            {
                var run = await db.ReminderRuns.SingleOrDefaultAsync(run => run.Day == today, cancel);
                if (run is null)
                {
                    var last = await db.ReminderRuns.Where(run => run.FinishedAt != null && run.Day < today).MaxAsync(run => (DateOnly?)run.Day, cancel);
                    run = new ReminderRun { Day = today, After = last ?? today.AddDays(-1), BegunAt = clock.Now };
                    db.ReminderRuns.Add(run);
                }

                var isTaken = run.Hold(clock.Now + Hold, clock.Now);
                await db.SaveChangesAsync(cancel);
                return isTaken;
            }, cancel);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    [LoggerMessage(1311, LogLevel.Information, "Reminded {People} people on {Day}")]
    private static partial void LogSent(ILogger logger, int people, DateOnly day);
}

using TrainingHub.Quizzes;

namespace TrainingHub.Reminders;

/// <summary>Looks every minute whether today's reminders are still to be sent, and whether results have become free that nobody's request tells.</summary>
internal sealed class ReminderPump(IServiceScopeFactory scopes, TimeProvider time, ILogger<ReminderPump> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what is left is sent after its next start.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TellReleased>().RunAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<SendReminders>().RunAsync(cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while; the next look finds it again.
            ReminderLog.NotSent(log, exception);
        }
    }
}

using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Runs <see cref="RefreshNames"/> at the start and at each turn of the day.</summary>
internal sealed partial class NamesOfTheDay(IServiceScopeFactory scopes, DayClock clock, TimeProvider time, ILogger<NamesOfTheDay> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        DateOnly? done = null;
        do
        {
            var today = clock.Today;
            if (done != today && await TryRunAsync(stoppingToken))
            {
                done = today;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> TryRunAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var changed = await scope.ServiceProvider.GetRequiredService<RefreshNames>().RunAsync(cancel);
            Refreshed(changed);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Tried again a minute later; a page with yesterday's name is no reason to end the application.
            Failed(exception);
            return false;
        }
    }

    [LoggerMessage(110, LogLevel.Information, "{Changed} organizations bear another name from today on.")]
    private partial void Refreshed(int changed);

    [LoggerMessage(111, LogLevel.Error, "Names of the day could not be refreshed.")]
    private partial void Failed(Exception exception);
}

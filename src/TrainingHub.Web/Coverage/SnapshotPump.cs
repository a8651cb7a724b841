namespace TrainingHub.Coverage;

/// <summary>Freezes periods: at the start, for what an earlier process left, and whenever one is asked for.</summary>
internal sealed partial class SnapshotPump(IServiceScopeFactory scopes, SnapshotSignal signal, TimeProvider time, ILogger<SnapshotPump> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await TryRunAsync(stoppingToken))
                {
                    await signal.WaitAsync(stoppingToken);
                }
                else
                {
                    await Task.Delay(Pause, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what is left is taken up after its next start.
        }
    }

    private async Task<bool> TryRunAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ContinueSnapshots>().RunAsync(cancel);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while: tried again after a pause.
            LogFailed(log, exception);
            return false;
        }
    }

    [LoggerMessage(403, LogLevel.Error, "Periods could not be frozen; it is tried again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

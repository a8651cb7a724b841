namespace TrainingHub.Reports;

/// <summary>Counts large reports: at the start, for what an earlier process left, and whenever one is begun.</summary>
internal sealed partial class ReportPump(IServiceScopeFactory scopes, ReportSignal signal, TimeProvider time, ILogger<ReportPump> log) : BackgroundService
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
            await scope.ServiceProvider.GetRequiredService<ContinueReports>().RunAsync(cancel);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while: tried again after a pause.
            LogFailed(log, exception);
            return false;
        }
    }

    [LoggerMessage(1302, LogLevel.Error, "Reports could not be counted; it is tried again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

namespace TrainingHub.Notices;

/// <summary>Sends what is due, every few seconds.</summary>
internal sealed partial class DispatchPump(IServiceScopeFactory scopes, TimeProvider time, ILogger<DispatchPump> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
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
            await scope.ServiceProvider.GetRequiredService<SendDispatches>().RunAsync(cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while; the next look finds it again.
            LogFailed(log, exception);
        }
    }

    [LoggerMessage(1302, LogLevel.Error, "What is to be sent could not be looked for.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

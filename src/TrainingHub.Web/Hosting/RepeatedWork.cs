namespace TrainingHub.Hosting;

/// <summary>
/// Work beside the requests: looked for at the start, for what an earlier process left, then after every <see cref="Pause"/> and, where
/// there is a <see cref="Signal"/>, whenever somebody calls. A look that fails is logged and ends nothing: the database may be away for a
/// while, and the next look finds it again.
/// </summary>
public abstract partial class RepeatedWork(IServiceScopeFactory scopes, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>From one look to the next, when nobody calls before.</summary>
    protected abstract TimeSpan Pause { get; }

    protected virtual bool LooksAtStart => true;

    /// <summary>Calls for a look before the pause is over; the pause is then one of the machine's clock, not of <see cref="TimeProvider"/>.</summary>
    protected virtual WorkSignal? Signal => null;

    /// <summary>Does what there is to do, in a scope of its own. It may be stopped anywhere; the next process goes on.</summary>
    protected abstract Task LookAsync(IServiceProvider services, CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            if (LooksAtStart)
            {
                await TryAsync(stoppingToken);
            }

            while (true)
            {
                await (Signal?.WaitAsync(Pause, stoppingToken) ?? timer.WaitForNextTickAsync(stoppingToken).AsTask());
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await LookAsync(scope.ServiceProvider, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(log, GetType().Name, Pause, exception);
        }
    }

    [LoggerMessage(120, LogLevel.Error, "{Work} failed; it is tried again in {Pause}.")]
    private static partial void LogFailed(ILogger log, string work, TimeSpan pause, Exception exception);
}

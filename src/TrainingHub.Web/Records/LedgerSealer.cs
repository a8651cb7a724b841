namespace TrainingHub.Records;

/// <summary>Seals what the ledger got, once a second; at the start and once an hour it looks at the whole ledger. Several processes may do so: each seal is made once.</summary>
public sealed partial class LedgerSealer(IServiceScopeFactory scopes, TimeProvider time, ILogger<LedgerSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WidePeriod = TimeSpan.FromHours(1);
    private DateTimeOffset _nextWide = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SealAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; the next one seals what is left.
        }
    }

    private async Task SealAsync(CancellationToken cancel)
    {
        try
        {
            var isWide = time.GetUtcNow() >= _nextWide;
            await using var scope = scopes.CreateAsyncScope();
            var seal = scope.ServiceProvider.GetRequiredService<SealLedger>();
            while (await seal.RunAsync(isWide, cancel) is LedgerSeal.MostRows)
            {
                // A full seal: more rows are waiting.
            }

            _nextWide = isWide ? time.GetUtcNow() + WidePeriod : _nextWide;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while; the next look finds it again.
            SealFailed(logger, exception);
        }
    }

    [LoggerMessage(603, LogLevel.Error, "The ledger could not be sealed; it is tried again in a second")]
    private static partial void SealFailed(ILogger logger, Exception exception);
}

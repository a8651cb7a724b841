namespace TrainingHub.Quizzes;

/// <summary>Looks every minute for papers that are not in the statistics of their questions yet.</summary>
public sealed class ItemCounts(IServiceScopeFactory scopes, TimeProvider time, ILogger<ItemCounts> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CountAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what is left is counted after its next start.
        }
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        try
        {
            var hasMore = true;
            while (hasMore)
            {
                await using var scope = scopes.CreateAsyncScope();
                hasMore = await scope.ServiceProvider.GetRequiredService<CountItems>().RunAsync(cancel);
                // Answers of people who sit at a quiz now go first.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Another process counted the same papers, or the database is away for a while.
            log.ItemsNotCounted(exception);
        }
    }
}

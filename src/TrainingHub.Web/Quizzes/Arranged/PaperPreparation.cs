namespace TrainingHub.Quizzes.Arranged;

/// <summary>Looks every thirty seconds for windows that open soon.</summary>
public sealed class PaperPreparation(IServiceScopeFactory scopes, TimeProvider time, ILogger<PaperPreparation> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

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
            // The process ends; whoever has no paper then gets one when starting.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PreparePapers>().RunAsync(cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while; without a prepared paper one is drawn at the start.
            log.PapersNotPrepared(exception);
        }
    }
}

namespace TrainingHub.Quizzes;

/// <summary>Looks at the start, for what ran out while the process was down, and then every fifteen seconds for attempts whose time ran out.</summary>
public sealed class OverdueAttempts(IServiceScopeFactory scopes, TimeProvider time, ILogger<OverdueAttempts> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

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
            // The process ends; what is overdue is graded after its next start.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<GradeOverdueAttempts>().RunAsync(cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while; the next look finds it again.
            log.OverdueNotRead(exception);
        }
    }
}

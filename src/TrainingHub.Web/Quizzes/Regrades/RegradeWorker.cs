using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Works off regrades in the background, also those that another process left half-done.</summary>
internal sealed class RegradeWorker(IServiceScopeFactory scopes, RegradeSignal signal, DayClock clock, ILogger<RegradeWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(Look, stoppingToken);
                await WorkAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The process ends; what is half-done goes on after its next start.
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database may be away for a while; the next look finds it again.
                log.RegradesNotWorked(exception);
            }
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<Db>(), clock.Now);
        var waiting = await db.Regrades.AsNoTracking()
            .Where(regrade => (regrade.State == RegradeState.Previewing || regrade.State == RegradeState.Applying || regrade.SettlesAt <= now)
                && (regrade.HeldUntil == null || regrade.HeldUntil <= now))
            .OrderBy(regrade => regrade.CreatedAt).Select(regrade => regrade.Id).Take(20).ToListAsync(cancel);
        foreach (var id in waiting)
        {
            await using var inner = scopes.CreateAsyncScope();
            await inner.ServiceProvider.GetRequiredService<WorkOffRegrade>().RunAsync(id, cancel);
        }
    }
}

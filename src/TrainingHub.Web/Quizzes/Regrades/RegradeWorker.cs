using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Works off regrades in the background, also those that another process left half-done.</summary>
internal sealed class RegradeWorker(IServiceScopeFactory scopes, RegradeSignal signal, DayClock clock, TimeProvider time, ILogger<RegradeWorker> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    protected override WorkSignal Signal => signal;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, now) = (services.GetRequiredService<Db>(), clock.Now);
        var waiting = await db.Regrades.AsNoTracking()
            .Where(regrade => (regrade.State == RegradeState.Previewing || regrade.State == RegradeState.Applying || regrade.SettlesAt <= now)
                && (regrade.HeldUntil == null || regrade.HeldUntil <= now))
            .OrderBy(regrade => regrade.CreatedAt).Select(regrade => regrade.Id).Take(20).ToListAsync(cancel);
        foreach (var id in waiting)
        {
            await using var inner = services.CreateAsyncScope();
            await inner.ServiceProvider.GetRequiredService<WorkOffRegrade>().RunAsync(id, cancel);
        }
    }
}

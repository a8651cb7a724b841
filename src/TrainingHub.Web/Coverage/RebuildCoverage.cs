using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Counts whole targets from nothing: after a target was set or changed, after a bulk load. The organizations are marked as due in one
/// transaction and then counted one after the other; whoever stops it loses nothing, the next page or minute goes on.
/// </summary>
public sealed class RebuildCoverage(Db db, Transactions transactions, PlanRecounts plan, TurnOfDay turn, DayClock clock)
{
    /// <summary>All targets.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var setters = await db.CoverageTargets.Select(t => t.OrganizationId).Distinct().ToListAsync(cancel);
        await transactions.RunAsync(async cancel =>
        {
            foreach (var setter in setters)
            {
                await plan.MarkAsync(setter, clock.Today, cancel);
            }
        }, cancel);
        await turn.EnsureAsync(cancel);
    }
}

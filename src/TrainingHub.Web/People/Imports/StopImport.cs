using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Stops the writing of an import after the step that is under way. False when it is not being written.</summary>
public sealed class StopImport(Db db, Transactions transactions, DayClock clock)
{
    public Task<bool> RunAsync(Guid importId, CancellationToken cancel) => transactions.RunAsync(
        async cancel => await StopAsync(db.RosterImports, importId, cancel) || await StopAsync(db.UnitListImports, importId, cancel), cancel);

    private async Task<bool> StopAsync<T>(IQueryable<T> imports, Guid importId, CancellationToken cancel) where T : ImportRun
    {
        var now = clock.Now;
        return await imports.Where(i => i.Id == importId && i.State == ImportState.Applying).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, ImportState.Stopped)
            .SetProperty(i => i.EndedAt, now)
            .SetProperty(i => i.LeaseOwner, (string?)null)
            .SetProperty(i => i.LeasedUntil, (DateTime?)null), cancel) == 1;
    }
}

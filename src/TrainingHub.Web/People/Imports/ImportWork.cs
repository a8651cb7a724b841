using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Finds the import to work on and does one step of it. The lease keeps a second process away while this one lives.</summary>
public sealed class ImportWork(Db db, Transactions transactions, ReadImport read, ApplyImport apply, ApplyUnitList unitLists, ClearImportRows clear, DayClock clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private const int MostFaults = 5;

    /// <summary>Takes the oldest import with work that nobody holds; null when there is none. SQLite has one process: whoever held it before is dead.</summary>
    public Task<Guid?> TakeAsync(string owner, CancellationToken cancel) => transactions.RunAsync(
        async cancel => await TakeAsync(db.RosterImports, owner, cancel) ?? await TakeAsync(db.UnitListImports, owner, cancel), cancel);

    /// <summary>Whether there is anything to take, without taking the writer.</summary>
    public async Task<bool> IsWaitingAsync(string owner, CancellationToken cancel) =>
        await Waiting(db.RosterImports, owner).AnyAsync(cancel) || await Waiting(db.UnitListImports, owner).AnyAsync(cancel);

    /// <summary>One step; true when there is more to do.</summary>
    public async Task<bool> StepAsync(Guid importId, CancellationToken cancel)
    {
        var state = await db.RosterImports.Where(i => i.Id == importId).Select(i => (ImportState?)i.State).SingleOrDefaultAsync(cancel);
        switch (state)
        {
            case null:
                return await unitLists.StepAsync(importId, cancel);
            case ImportState.Reading:
                await read.RunAsync(importId, cancel);
                return false;
            case ImportState.Applying:
                return await apply.StepAsync(importId, cancel);
            default:
                return false;
        }
    }

    /// <summary>Once at the start of a process: ends what a dead one left half deleted.</summary>
    public Task SweepAsync(CancellationToken cancel) => clear.SweepAsync(cancel);

    /// <summary>Counts a fault; after five the import is given up, and what was written stays.</summary>
    public Task FaultAsync(Guid importId, CancellationToken cancel) => transactions.RunAsync(async token =>
    {
        db.ChangeTracker.Clear();
        ImportRun? found = await db.RosterImports.SingleOrDefaultAsync(i => i.Id == importId, token);
        found ??= await db.UnitListImports.SingleOrDefaultAsync(i => i.Id == importId, token);
        if (found is { State: ImportState.Reading or ImportState.Applying } import)
        {
            import.Faults++;
            import.State = import.Faults >= MostFaults ? ImportState.Failed : import.State;
            import.LeaseOwner = null;
            import.LeasedUntil = null;
            await db.SaveChangesAsync(token);
        }
    }, cancel);

    private async Task<Guid?> TakeAsync<T>(IQueryable<T> imports, string owner, CancellationToken cancel) where T : ImportRun
    {
        var id = await Waiting(imports, owner).OrderBy(i => i.UploadedAt).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel);
        if (id is null)
        {
            return id;
        }

        // Two processes may have found the same: the second finds no row left to take.
        var until = clock.Now + Lease;
        var taken = await Waiting(imports, owner).Where(i => i.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.LeaseOwner, owner).SetProperty(i => i.LeasedUntil, until), cancel);
        return taken == 1 ? id : null;
    }

    private IQueryable<T> Waiting<T>(IQueryable<T> imports, string owner) where T : ImportRun
    {
        var (now, isShared) = (clock.Now, db.IsPostgres);
        return imports.Where(i => i.State == ImportState.Reading || i.State == ImportState.Applying)
            .Where(i => !isShared || i.LeasedUntil == null || i.LeasedUntil < now || i.LeaseOwner == owner);
    }
}

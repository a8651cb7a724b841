using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Gives an import up before it is written: its rows are deleted, only the fact that it was stays. False when it is too late.</summary>
public sealed class AbandonImport(Db db, Transactions transactions, DayClock clock)
{
    public Task<bool> RunAsync(Guid importId, CancellationToken cancel) => transactions.RunAsync(async token =>
    {
        var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
        if (import.State is not (ImportState.Preview or ImportState.Failed))
        {
            return false;
        }

        import.State = ImportState.Abandoned;
        import.EndedAt = clock.Now;
        import.Decisions = "[]";
        await db.SaveChangesAsync(token);
        await db.RosterImportRows.Where(r => r.ImportId == importId).ExecuteDeleteAsync(token);
        await db.RosterImportParts.Where(p => p.ImportId == importId).ExecuteDeleteAsync(token);
        return true;
    }, cancel);
}

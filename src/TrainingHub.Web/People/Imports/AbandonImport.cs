using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Gives up what an import has not written: its rows are deleted, what was written and the fact that it was stay. False when it is being
/// read or written, or has ended.
/// </summary>
public sealed class AbandonImport(Db db, Transactions transactions, ClearImportRows clear, DayClock clock)
{
    public async Task<bool> RunAsync(Guid importId, CancellationToken cancel)
    {
        var isAbandoned = await transactions.RunAsync(async token =>
        {
            var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
            if (import.State is not (ImportState.Preview or ImportState.Failed or ImportState.Stopped))
            {
                return false;
            }

            import.State = ImportState.Abandoned;
            import.EndedAt = clock.Now;
            import.Decisions = "[]";
            import.UnitMeanings = "[]";
            await db.SaveChangesAsync(token);
            await db.RosterImportParts.Where(p => p.ImportId == importId).ExecuteDeleteAsync(token);
            return true;
        }, cancel);
        if (isAbandoned)
        {
            await clear.RunAsync(importId, cancel);
        }

        return isAbandoned;
    }
}

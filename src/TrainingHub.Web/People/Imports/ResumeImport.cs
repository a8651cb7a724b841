using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Goes on with an import that was stopped or broken off, where its last step ended; one that broke off before it could be shown is
/// compared anew. False when there is nothing to go on with.
/// </summary>
public sealed class ResumeImport(Db db, Transactions transactions, ImportSignal signal, DayClock clock)
{
    public async Task<bool> RunAsync(Guid importId, CancellationToken cancel)
    {
        var isResumed = await transactions.RunAsync(async token =>
        {
            ImportRun? found = await db.RosterImports.SingleOrDefaultAsync(i => i.Id == importId, token);
            var import = found ?? await db.UnitListImports.SingleAsync(i => i.Id == importId, token);
            if (import.State is not (ImportState.Stopped or ImportState.Failed))
            {
                return false;
            }

            var isWriting = import.StartedAt is not null;
            import.State = isWriting ? ImportState.Applying : ImportState.Reading;
            import.StartedAt = isWriting ? clock.Now : null;
            import.DoneBefore = isWriting ? import.Done : 0;
            import.EndedAt = null;
            import.Faults = 0;
            await db.SaveChangesAsync(token);
            return true;
        }, cancel);
        signal.Wake();
        return isResumed;
    }
}

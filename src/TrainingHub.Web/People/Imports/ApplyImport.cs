using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Writes an import step by step. A step is one transaction: facts, figures and the mark on the rows, so that whatever kills the process
/// between two steps, the next one goes on where the last commit ended.
/// </summary>
public sealed class ApplyImport(Db db, Transactions transactions, IFigures figures, ImportPace pace, DayClock clock, Ids ids)
{
    /// <summary>One step; false when nothing is left to do.</summary>
    public async Task<bool> StepAsync(Guid importId, CancellationToken cancel)
    {
        var (began, written) = (0L, 0);
        var hasMore = await transactions.RunAsync(async token =>
        {
            began = Stopwatch.GetTimestamp();
            written = await WriteAsync(importId, token);
            return written > 0;
        }, cancel);
        pace.Learn(Math.Max(written, 1), began);
        return hasMore;
    }

    private async Task<int> WriteAsync(Guid importId, CancellationToken token)
    {
        db.ChangeTracker.Clear();
        if (await db.RosterImports.SingleOrDefaultAsync(i => i.Id == importId && i.State == ImportState.Applying, token) is not { } import)
        {
            return 0;
        }

        var rows = await db.RosterImportRows
            .Where(r => r.ImportId == importId && !r.IsApplied && (r.Verdict == RowVerdict.Added || r.Verdict == RowVerdict.Changed || r.Verdict == RowVerdict.Ended))
            .OrderBy(r => r.Sequence).Take(pace.RowsFor(db)).ToListAsync(token);
        if (rows.Count == 0)
        {
            await FinishAsync(import, token);
            return 0;
        }

        var writing = await ImportStep.LoadAsync(db, ids, import, rows, clock.Now, token);
        foreach (var row in rows)
        {
            writing.Write(row);
        }

        import.Done += rows.Count;
        import.RefusedLate += writing.RefusedLate;
        import.LeasedUntil = clock.Now + ImportWork.Lease;
        import.Faults = 0;
        await db.SaveChangesAsync(token);
        if (writing.People.Count > 0)
        {
            await figures.CountAgainAsync(new FactsChanged { People = writing.People }, token);
        }

        return rows.Count;
    }

    private async Task FinishAsync(RosterImport import, CancellationToken cancel)
    {
        import.State = ImportState.Applied;
        import.EndedAt = clock.Now;
        import.LeaseOwner = null;
        import.LeasedUntil = null;
        await db.SaveChangesAsync(cancel);
        await db.RosterImportParts.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(cancel);
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Writes an import step by step. A step is one transaction: facts, figures and how far the import is, so that whatever kills the process
/// between two steps, the next one goes on where the last commit ended.
/// </summary>
public sealed class ApplyImport(Db db, Transactions transactions, IFigures figures, LeaveWriter leaves, ImportPace pace, DayClock clock, Ids ids)
{
    /// <summary>One step; false when nothing is left to do.</summary>
    public async Task<bool> StepAsync(Guid importId, CancellationToken cancel)
    {
        if (await db.RosterImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId && i.State == ImportState.Applying, cancel) is not { } import)
        {
            return false;
        }

        // What a row says no longer changes: it is read before the writer is held.
        var last = Math.Min(import.Done + pace.RowsFor(db, ImportTask.Write), import.ToWrite);
        var rows = await db.RosterImportRows.AsNoTracking().Where(r => r.ImportId == importId && r.Sequence > import.Done && r.Sequence <= last)
            .OrderBy(r => r.Sequence).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            await FinishAsync(importId, cancel);
            return false;
        }

        var began = 0L;
        var isWritten = await transactions.RunAsync(token =>
        {
            began = Stopwatch.GetTimestamp();
            return WriteAsync(import, rows, token);
        }, cancel);
        pace.Learn(ImportTask.Write, rows.Count, began);
        return isWritten;
    }

    private async Task<bool> WriteAsync(RosterImport import, List<RosterImportRow> rows, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = clock.Now;
        if (!await AdvanceAsync(import, rows, now, cancel))
        {
            return false;
        }

        var writing = await ImportStep.LoadAsync(db, ids, leaves, import, rows, now, cancel);
        foreach (var row in rows)
        {
            writing.Write(row);
        }

        await writing.SaveAsync(cancel);
        await RefuseAsync(import.Id, writing.RefusedLate, cancel);
        if (writing.People.Count > 0)
        {
            await figures.CountAgainAsync(new FactsChanged { People = writing.People }, cancel);
        }

        return true;
    }

    // One statement takes the import, so that a stop or another process comes either before it or after the whole step.
    private async Task<bool> AdvanceAsync(RosterImport import, List<RosterImportRow> rows, DateTime now, CancellationToken cancel)
    {
        var (id, done, leasedUntil) = (import.Id, import.Done, now + ImportWork.Lease);
        var (ends, changes, adds) = (Has(RowVerdict.Ended), Has(RowVerdict.Changed), Has(RowVerdict.Added));
        return await db.RosterImports.Where(i => i.Id == id && i.State == ImportState.Applying && i.Done == done).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Done, done + rows.Count)
            .SetProperty(i => i.LeasedUntil, leasedUntil)
            .SetProperty(i => i.Faults, 0)
            .SetProperty(i => i.EndedWrittenAt, i => ends ? now : i.EndedWrittenAt)
            .SetProperty(i => i.ChangedWrittenAt, i => changes ? now : i.ChangedWrittenAt)
            .SetProperty(i => i.AddedWrittenAt, i => adds ? now : i.AddedWrittenAt), cancel) == 1;

        bool Has(RowVerdict verdict) => rows.Exists(row => row.Verdict == verdict);
    }

    private async Task RefuseAsync(Guid importId, List<int> late, CancellationToken cancel)
    {
        if (late.Count == 0)
        {
            return;
        }

        await db.RosterImportRows.Where(r => r.ImportId == importId && late.Contains(r.Sequence)).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Verdict, RowVerdict.Refused).SetProperty(r => r.Reason, RowReason.ChangedMeanwhile), cancel);
        await db.RosterImports.Where(i => i.Id == importId).ExecuteUpdateAsync(set => set.SetProperty(i => i.RefusedLate, i => i.RefusedLate + late.Count), cancel);
    }

    private Task FinishAsync(Guid importId, CancellationToken cancel) => transactions.RunAsync(async token =>
    {
        var now = clock.Now;
        var isFinished = await db.RosterImports.Where(i => i.Id == importId && i.State == ImportState.Applying).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, ImportState.Applied)
            .SetProperty(i => i.EndedAt, now)
            .SetProperty(i => i.LeaseOwner, (string?)null)
            .SetProperty(i => i.LeasedUntil, (DateTime?)null), token) == 1;
        if (isFinished)
        {
            await db.RosterImportParts.Where(p => p.ImportId == importId).ExecuteDeleteAsync(token);
        }
    }, cancel);
}

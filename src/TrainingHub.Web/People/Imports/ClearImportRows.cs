using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Deletes the rows of an import, so many at a time that nobody waits long for the writer.</summary>
public sealed class ClearImportRows(Db db, Transactions transactions, ImportPace pace)
{
    public async Task RunAsync(Guid importId, CancellationToken cancel)
    {
        while (await db.RosterImportRows.Where(r => r.ImportId == importId).MinAsync(r => (int?)r.Sequence, cancel) is { } first)
        {
            var (began, before) = (0L, first + pace.RowsFor(db, ImportTask.Clear));
            var rows = await transactions.RunAsync(token =>
            {
                began = Stopwatch.GetTimestamp();
                return db.RosterImportRows.Where(r => r.ImportId == importId && r.Sequence < before).ExecuteDeleteAsync(token);
            }, cancel);
            pace.Learn(ImportTask.Clear, rows, began);
        }
    }

    /// <summary>Rows of imports that were given up just before a process died.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var left = await db.RosterImports.Where(i => i.State == ImportState.Abandoned && db.RosterImportRows.Any(r => r.ImportId == i.Id)).Select(i => i.Id).ToListAsync(cancel);
        foreach (var importId in left)
        {
            await RunAsync(importId, cancel);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Keeps the columns of a unit's workbook; without any the unit has those of the unit above again.</summary>
public sealed class KeepColumns(Db db, Transactions transactions, OrganizationLocks locks, CurrentPerson current, DayClock clock)
{
    public Task RunAsync(Guid unit, IReadOnlyList<ColumnChoice>? choices, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        await locks.TakeAsync([unit], cancel);
        var kept = await db.ReportColumns.SingleOrDefaultAsync(c => c.OrganizationId == unit, cancel);
        if (choices is null)
        {
            db.RemoveRange(kept is null ? [] : [kept]);
        }
        else if (kept is null)
        {
            db.Add(new ReportColumns { OrganizationId = unit, Choices = PartJson.Write(choices), ChangedAt = clock.Now, ChangedBy = current.Id });
        }
        else
        {
            (kept.Choices, kept.ChangedAt, kept.ChangedBy) = (PartJson.Write(choices), clock.Now, current.Id);
        }

        await db.SaveChangesAsync(cancel);
    }, cancel);
}

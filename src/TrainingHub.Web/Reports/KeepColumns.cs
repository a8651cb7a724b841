using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Keeps the columns of a unit's workbook; without any the unit has those of the unit above again.</summary>
public sealed class KeepColumns(Db db, Transactions transactions, OrganizationLocks locks, CurrentPerson current, DayClock clock)
{
    /// <summary>A mark of what a form is made from.</summary>
    public static string VersionOf(ReportColumns? kept) => KnownVersion.Of([kept?.Choices ?? "", kept?.ChangedAt.Ticks.ToString(CultureInfo.InvariantCulture) ?? ""]);

    /// <returns>False, and nothing changes, when somebody else has changed them since the form was made.</returns>
    public Task<bool> RunAsync(Guid unit, IReadOnlyList<ColumnChoice>? choices, string? version, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        await locks.TakeAsync([unit], cancel);
        var kept = await db.ReportColumns.SingleOrDefaultAsync(c => c.OrganizationId == unit, cancel);
        if (version is not null && !string.Equals(version, VersionOf(kept), StringComparison.Ordinal))
        {
            return false;
        }

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
        return true;
    }, cancel);
}

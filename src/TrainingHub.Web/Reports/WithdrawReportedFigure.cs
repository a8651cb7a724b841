using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Withdraws a reported figure by a later row; the figure itself stays as it was entered.</summary>
public sealed class WithdrawReportedFigure(Db db, Transactions transactions, OrganizationLocks locks, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>Null when there is no such figure in reach; false when it was withdrawn before.</summary>
    public Task<bool?> RunAsync(Guid id, string reason, CancellationToken cancel) => transactions.RunAsync<bool?>(async cancel =>
    {
        var reach = scope.Organizations(Capability.ManageTargets);
        if (await db.ReportedFigures.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && reach.Contains(f.OrganizationId), cancel) is not { } figure)
        {
            return null;
        }

        await locks.TakeAsync([figure.OrganizationId], cancel);
        if (await db.ReportedFigureWithdrawals.AnyAsync(w => w.FigureId == id, cancel))
        {
            return false;
        }

        db.ReportedFigureWithdrawals.Add(new ReportedFigureWithdrawal { Id = ids.Next(), FigureId = id, Reason = reason, WithdrawnAt = clock.Now, WithdrawnBy = current.Id });
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);
}

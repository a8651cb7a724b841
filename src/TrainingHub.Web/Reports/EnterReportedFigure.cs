using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Appends a figure that was filed on paper. Of one unit, target and day only one may stand.</summary>
public sealed class EnterReportedFigure(Db db, Transactions transactions, OrganizationLocks locks, KeepScan keep, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<EnterFigureOutcome> RunAsync(Guid targetId, Guid unit, ReportedFigureInput input, ScanFile scan, CancellationToken cancel) =>
        transactions.RunAsync<EnterFigureOutcome>(async cancel =>
        {
            await locks.TakeAsync([unit], cancel);
            var day = input.Day.GetValueOrDefault();
            var standing = await db.ReportedFigures
                .Where(f => f.TargetId == targetId && f.OrganizationId == unit && f.Day == day && !db.ReportedFigureWithdrawals.Any(w => w.FigureId == f.Id))
                .Select(f => (Guid?)f.Id).FirstOrDefaultAsync(cancel);
            if (standing is { } id)
            {
                return new EnterFigureOutcome.Standing(id);
            }

            var figure = new ReportedFigure
            {
                Id = ids.Next(),
                TargetId = targetId,
                OrganizationId = unit,
                Counted = input.Counted.GetValueOrDefault(),
                Covered = input.Covered.GetValueOrDefault(),
                Day = day,
                DocumentNumber = input.DocumentNumber,
                Note = input.Note,
                ScanName = scan.Name,
                ScanType = scan.ContentType,
                ScanHash = await keep.RunAsync(scan, cancel),
                ScanSize = scan.Bytes.Length,
                EnteredAt = clock.Now,
                EnteredBy = current.Id,
            };
            db.ReportedFigures.Add(figure);
            await db.SaveChangesAsync(cancel);
            return new EnterFigureOutcome.Entered(figure.Id);
        }, cancel);
}

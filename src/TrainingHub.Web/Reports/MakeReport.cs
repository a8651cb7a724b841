using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Begins a unit's report: fixes its days and its moment, the columns of its workbook, and which targets it speaks of. What it says is counted afterwards, part by part.</summary>
public sealed class MakeReport(Db db, Transactions transactions, OrganizationLocks locks, ReportTargets targets, ReportColumnsQuery columns, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="unit">The unit that reports.</param>
    /// <param name="kind">What is reported.</param>
    /// <param name="due">The day on which it is due.</param>
    /// <param name="wished">The cut-off day that is wished for; null for the usual one.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<MakeReportOutcome> RunAsync(Guid unit, ReportKind kind, DateOnly due, DateOnly? wished, CancellationToken cancel) =>
        transactions.RunAsync<MakeReportOutcome>(async cancel =>
        {
            await locks.TakeAsync([unit], cancel);
            var earlier = await db.Reports.AsNoTracking().Where(r => r.OrganizationId == unit && r.Kind == kind).Select(r => new { r.Due, r.From, r.Until }).ToListAsync(cancel);
            var made = earlier.DistinctBy(r => r.Due).ToDictionary(r => r.Due, r => new ReportPeriod(r.From, r.Until));
            var outcome = ReportCalendar.PeriodOf(kind, due, made, wished);
            if (outcome is not PeriodOutcome.Found(var period))
            {
                return new MakeReportOutcome.Refused(outcome);
            }

            if (period.Until > clock.Today)
            {
                return new MakeReportOutcome.Ahead(period.Until);
            }

            var report = await ReportAsync(unit, kind, due, period, earlier.Count(r => r.Due == due) + 1, cancel);
            db.Add(report);
            var spoken = await targets.OfAsync(report, cancel);
            db.AddRange(spoken.Select((target, place) => new ReportSection { ReportId = report.Id, Number = place + 1, TargetId = target.Id }));
            db.Add(new ReportSection { ReportId = report.Id, Number = spoken.Count + 1 });
            await db.SaveChangesAsync(cancel);
            return new MakeReportOutcome.Begun(report.Id);
        }, cancel);

    private async Task<Report> ReportAsync(Guid unit, ReportKind kind, DateOnly due, ReportPeriod period, int number, CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        return new Report
        {
            Id = ids.Next(),
            OrganizationId = unit,
            UnitName = await db.Organizations.Where(o => o.Id == unit).Select(o => o.Name).SingleAsync(cancel),
            RecipientName = await db.OrganizationPaths
                .Where(p => p.DescendantId == unit && p.Depth == 1 && p.SupersededAt == null && p.From <= today && today <= p.Until)
                .Join(db.Organizations, p => p.AncestorId, o => o.Id, (p, o) => o.Name).FirstOrDefaultAsync(cancel) ?? "",
            Kind = kind,
            Due = due,
            Number = number,
            From = period.From,
            Until = period.Until,
            // Whole seconds: the moment stands in addresses and on paper.
            Moment = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            CreatedBy = current.Id,
            Columns = PartJson.Write(await columns.OfAsync(unit, cancel)),
        };
    }
}

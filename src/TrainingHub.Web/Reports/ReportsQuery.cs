using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Reports of units in the reader's reach.</summary>
public sealed class ReportsQuery(Db db, Scope scope, CountActivityPart count, DayClock clock)
{
    public async Task<PeriodReportsPage> RunAsync(ReportsFilter filter, ReportInput input, CancellationToken cancel)
    {
        var found = Rows(filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        return new PeriodReportsPage(
            filter, await found.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages, input,
            [.. Enum.GetValues<ReportKind>().Select(kind => (kind, ReportCalendar.LatestOn(kind, clock.Today)))]);
    }

    /// <summary>Everything that the filter finds, one after the other.</summary>
    public IAsyncEnumerable<ReportRow> AllAsync(ReportsFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>The units for which the reader may make reports: the topmost in reach.</summary>
    public Task<string?> UsualUnitAsync(CancellationToken cancel)
    {
        var (today, reach) = (clock.Today, scope.Organizations(Capability.ReadCoverage));
        return db.Organizations.Where(o => reach.Contains(o.Id))
            .OrderBy(o => db.OrganizationPaths.Count(p => p.DescendantId == o.Id && p.SupersededAt == null && p.From <= today && today <= p.Until)).ThenBy(o => o.Name)
            .Select(o => o.Code).FirstOrDefaultAsync(cancel);
    }

    /// <summary>A unit in reach with this code or full name; null when there is none, or several of one name.</summary>
    public async Task<Guid?> FindUnitAsync(string? typed, CancellationToken cancel)
    {
        var (code, reach) = (typed?.ToUpperInvariant(), scope.Organizations(Capability.ReadCoverage));
        var found = await db.Organizations.Where(o => (o.Code == code || o.Name == typed) && reach.Contains(o.Id)).Select(o => new { o.Id, IsCode = o.Code == code }).Take(10).ToListAsync(cancel);
        return found.Find(unit => unit.IsCode)?.Id ?? (found.Count == 1 ? found[0].Id : null);
    }

    public Task<Report?> FindAsync(Guid id, Capability capability, CancellationToken cancel)
    {
        var reach = scope.Organizations(capability);
        return db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && reach.Contains(r.OrganizationId), cancel);
    }

    /// <summary>Whether the reader may do something at the report's unit.</summary>
    public Task<bool> MayAsync(Report report, Capability capability, CancellationToken cancel) => scope.Organizations(capability).AnyAsync(unit => unit == report.OrganizationId, cancel);

    /// <summary>The units directly below the report's today, contractors aside: they are counted nowhere.</summary>
    public IQueryable<Guid> UnitsBelow(Report report)
    {
        var (unit, today, details) = (report.OrganizationId, clock.Today, db.OrganizationDetails.On(clock.Today));
        return db.OrganizationPaths.Where(p => p.AncestorId == unit && p.Depth == 1 && p.SupersededAt == null && p.From <= today && today <= p.Until
            && details.Any(d => d.OrganizationId == p.DescendantId && d.Kind != Organizations.OrganizationKind.Contractor)).Select(p => p.DescendantId);
    }

    public Task<List<ReportScan>> ScansAsync(Report report, CancellationToken cancel) =>
        db.ReportScans.AsNoTracking().Where(scan => scan.ReportId == report.Id).OrderByDescending(scan => scan.UploadedAt).ThenBy(scan => scan.Id).ToListAsync(cancel);

    /// <summary>The report with what is counted so far.</summary>
    public async Task<FilledReport> FillAsync(Report report, CancellationToken cancel)
    {
        var sections = await db.ReportSections.AsNoTracking().Where(s => s.ReportId == report.Id).OrderBy(s => s.Number).ToListAsync(cancel);
        List<(Guid, TargetPart)> targets = [];
        foreach (var section in sections)
        {
            if (section is { TargetId: { } targetId, Content: { } content } && PartJson.ReadOrNull<TargetPart>(content) is { } part)
            {
                targets.Add((targetId, part));
            }
        }

        var activity = sections.Find(section => section.TargetId is null)?.Content is { } done ? PartJson.ReadOrNull<ActivityPart>(done) : null;
        return new FilledReport(
            report, await db.Organizations.Where(o => o.Id == report.OrganizationId).Select(o => o.Code).SingleAsync(cancel), targets,
            activity, activity?.Filed ?? await count.FiledAsync(report, cancel))
        {
            Done = sections.Count(section => section.Content is not null),
            Steps = sections.Count,
        };
    }

    private IQueryable<ReportRow> Rows(ReportsFilter filter)
    {
        var reach = scope.Organizations(Capability.ReadCoverage);
        var found = db.Reports.AsNoTracking().Where(report => reach.Contains(report.OrganizationId));
        if (filter.Kind is { } kind)
        {
            found = found.Where(report => report.Kind == kind);
        }

        if (filter.Year is { } year and > 1900 and < 9999)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            found = found.Where(report => first <= report.Due && report.Due <= last);
        }

        if (filter.Q is { } typed)
        {
            found = found.Where(report => report.UnitName.Contains(typed));
        }

        var ordered = filter.Order switch
        {
            (ReportSort.Due, var isDown) => found.OrderBy(report => report.Due, isDown),
            (ReportSort.Unit, var isDown) => found.OrderBy(report => report.UnitName, isDown),
            (ReportSort.Kind, var isDown) => found.OrderBy(report => report.Kind, isDown),
            (_, var isDown) => found.OrderBy(report => report.Moment, isDown),
        };
        return ordered.ThenBy(report => report.UnitName).ThenByDescending(report => report.Number).ThenBy(report => report.Id).Select(report => new ReportRow
        {
            Report = report,
            Code = db.Organizations.Where(o => o.Id == report.OrganizationId).Select(o => o.Code).First(),
            CreatedBy = db.People.Where(p => p.Id == report.CreatedBy && p.AnonymizedAt == null).Select(p => p.Name).FirstOrDefault(),
            Done = db.ReportSections.Count(s => s.ReportId == report.Id && s.Content != null),
            Steps = db.ReportSections.Count(s => s.ReportId == report.Id),
            Scans = db.ReportScans.Count(s => s.ReportId == report.Id),
        });
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>
/// The targets that a report speaks of, as of its cut-off day and moment. Reports are counted outside of requests, too, so nobody's reach is asked
/// here: whoever asks has reached the report's unit.
/// </summary>
public sealed class ReportTargets(Db db)
{
    /// <summary>By promise and year.</summary>
    public async Task<List<TargetSummary>> OfAsync(Report report, CancellationToken cancel) =>
        [.. (await ReadAsync(report, null, cancel)).Where(target => TargetPart.Belongs(report.Kind, target.Rule, new ReportPeriod(report.From, report.Until)))];

    /// <summary>One of them; null when it has no rule on the day.</summary>
    public async Task<TargetSummary?> FindAsync(Report report, Guid targetId, CancellationToken cancel) => (await ReadAsync(report, targetId, cancel)).SingleOrDefault();

    /// <summary>The report's unit in a target's sub-tree on the figures' day; null when it did not stand there.</summary>
    public Task<UnitChoice?> FindUnitAsync(Report report, TargetSummary target, CancellationToken cancel)
    {
        var (setter, unit, day, moment) = (target.Terms.SetterId, report.OrganizationId, target.CutOff, report.Moment);
        return (
            from path in db.OrganizationPaths
            where path.AncestorId == setter && path.DescendantId == unit && path.From <= day && day <= path.Until
                && path.RecordedAt <= moment && (path.SupersededAt == null || moment < path.SupersededAt)
            join organization in db.Organizations on path.DescendantId equals organization.Id
            select new UnitChoice(organization.Id, organization.Code, organization.Name, path.Depth)).FirstOrDefaultAsync(cancel);
    }

    private Task<List<TargetSummary>> ReadAsync(Report report, Guid? targetId, CancellationToken cancel)
    {
        var (unit, day, moment) = (report.OrganizationId, report.Until, report.Moment);
        return db.CoverageTargets
            .Where(target => (targetId == null || target.Id == targetId)
                && db.OrganizationPaths.Any(p => p.AncestorId == target.OrganizationId && p.DescendantId == unit && p.From <= day && day <= p.Until
                    && p.RecordedAt <= moment && (p.SupersededAt == null || moment < p.SupersededAt)))
            .AsOfAsync(db, day, moment, cancel);
    }
}

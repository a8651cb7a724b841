using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Targets that count somebody in the reader's reach, and the organizations of their sub-trees in reach.</summary>
public sealed class TargetQuery(Db db, Scope scope, DayClock clock)
{
    public Task<List<TargetSummary>> AllAsync(CancellationToken cancel) => ReadAsync(null, null, clock.Today, null, cancel);

    public async Task<TargetSummary?> FindAsync(string slug, CancellationToken cancel) => (await ReadAsync(slug, null, clock.Today, null, cancel)).SingleOrDefault();

    /// <summary>The target, or one that was withdrawn as of its last day: its figures and lists of then stay.</summary>
    public async Task<TargetSummary?> FindShownAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is { } live)
        {
            return live;
        }

        var last = await db.TargetRules.Known().Where(rule => db.CoverageTargets.Any(target => target.Id == rule.TargetId && target.Slug == slug))
            .OrderByDescending(rule => rule.Until).Select(rule => new { rule.Until, rule.Reason }).FirstOrDefaultAsync(cancel);
        return last is null || clock.Today <= last.Until || (await ReadAsync(slug, null, last.Until, null, cancel)).SingleOrDefault() is not { } ended
            ? null
            : ended with { Withdrawal = (last.Until.AddDays(1), last.Reason) };
    }

    /// <summary>
    /// The target as of a past day, for <see cref="FigureAsOf"/>. Whether the reader reaches it is decided by today's grants; null also where the target
    /// had no rule on the day or we knew of none at the moment.
    /// </summary>
    /// <param name="slug">The target.</param>
    /// <param name="day">The day.</param>
    /// <param name="moment">Only what we knew then counts, UTC; null: all that we know now.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<TargetSummary?> FindAsOfAsync(string slug, DateOnly day, DateTime? moment, CancellationToken cancel) =>
        (await ReadAsync(slug, null, day, moment, cancel)).SingleOrDefault();

    /// <summary>The same outside of requests, for whoever was allowed to ask: nobody's reach is looked at.</summary>
    public async Task<TargetSummary?> FindForAllAsync(Guid id, DateOnly day, DateTime? moment, CancellationToken cancel) =>
        (await db.CoverageTargets.Where(target => target.Id == id).AsOfAsync(db, day, moment, cancel)).SingleOrDefault();

    /// <summary>The targets of one promise, by year.</summary>
    public Task<List<TargetSummary>> SeriesAsync(TargetSummary target, CancellationToken cancel) => ReadAsync(null, target, target.Today, target.Moment, cancel);

    /// <summary>
    /// The organization asked for, or without one the topmost in reach; null when it lies outside the reader's reach or outside the
    /// target's sub-tree on its cut-off day.
    /// </summary>
    public Task<UnitChoice?> FindUnitAsync(TargetSummary target, string? code, Capability capability, CancellationToken cancel)
    {
        var (setter, reach) = (target.Terms.SetterId, scope.Organizations(capability));
        return (
            from path in db.PathsOf(target)
            where path.AncestorId == setter && reach.Contains(path.DescendantId)
            join organization in db.Organizations on path.DescendantId equals organization.Id
            where string.IsNullOrEmpty(code) || organization.Code == code
            orderby path.Depth, organization.Name, organization.Id
            select new UnitChoice(organization.Id, organization.Code, organization.Name, path.Depth)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>For pages of names: whoever reaches the figure but not the names is told so; whoever reaches neither finds nothing.</summary>
    public async Task<NamedUnit?> FindNamedAsync(string slug, string? code, CancellationToken cancel) =>
        await FindShownAsync(slug, cancel) is { } target ? await FindNamedAsync(target, code, cancel) : null;

    /// <summary>The same for a target that was found, as of whatever day.</summary>
    public async Task<NamedUnit?> FindNamedAsync(TargetSummary target, string? code, CancellationToken cancel)
    {
        if (await FindUnitAsync(target, code, Capability.ReadNames, cancel) is { } named)
        {
            return new NamedUnit(target, named, true);
        }

        return await FindUnitAsync(target, code, Capability.ReadCoverage, cancel) is { } unit ? new NamedUnit(target, unit, false) : null;
    }

    /// <summary>The organizations in reach above which the reader reaches nothing: one for a bureau officer, several for whoever was granted several. At most twenty.</summary>
    public Task<List<UnitChoice>> TopUnitsAsync(TargetSummary target, CancellationToken cancel)
    {
        var (setter, day, reach) = (target.Terms.SetterId, target.CutOff, scope.Organizations(Capability.ReadCoverage));
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= day && day <= p.Until);
        return (
            from path in paths
            where path.AncestorId == setter && reach.Contains(path.DescendantId)
                && (path.Depth == 0 || !paths.Any(above => above.DescendantId == path.DescendantId && above.Depth == 1 && reach.Contains(above.AncestorId)))
            join organization in db.Organizations on path.DescendantId equals organization.Id
            orderby path.Depth, organization.Name, organization.Id
            select new UnitChoice(organization.Id, organization.Code, organization.Name, path.Depth)).Take(20).ToListAsync(cancel);
    }

    /// <summary>What stands above a unit in the target's sub-tree and within reach, from the top down.</summary>
    public Task<List<UnitChoice>> AboveAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ReadCoverage);
        return (
            from path in db.PathsOf(target)
            where path.DescendantId == unit.Id && path.Depth > 0 && path.Depth <= unit.Depth && reach.Contains(path.AncestorId)
            join organization in db.Organizations on path.AncestorId equals organization.Id
            orderby path.Depth descending
            select new UnitChoice(organization.Id, organization.Code, organization.Name, unit.Depth - path.Depth)).ToListAsync(cancel);
    }

    private Task<List<TargetSummary>> ReadAsync(string? slug, TargetSummary? sibling, DateOnly day, DateTime? moment, CancellationToken cancel)
    {
        var (today, reach) = (clock.Today, scope.Organizations(Capability.ReadCoverage));
        var (series, setterId) = (sibling?.Series, sibling?.Terms.SetterId);
        return db.CoverageTargets
            .Where(target => (slug == null || target.Slug == slug) && (series == null || (target.Series == series && target.OrganizationId == setterId))
                && db.OrganizationPaths.Any(p => p.AncestorId == target.OrganizationId && p.SupersededAt == null && p.From <= today && today <= p.Until && reach.Contains(p.DescendantId)))
            .AsOfAsync(db, day, moment, cancel);
    }
}

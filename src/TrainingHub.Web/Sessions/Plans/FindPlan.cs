using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Plans;

/// <summary>Finds a plan for who holds sessions of its unit and may read the names behind its figures. Everybody else finds nothing.</summary>
public sealed class FindPlan(Db db, Scope scope, TargetQuery targets)
{
    public async Task<FoundPlan?> RunAsync(Guid id, CancellationToken cancel)
    {
        var found = await (
            from one in Reached().AsNoTracking()
            where one.Id == id
            join target in db.CoverageTargets on one.TargetId equals target.Id
            join organization in db.Organizations on one.OrganizationId equals organization.Id
            select new { Plan = one, target.Slug, organization.Code }).SingleOrDefaultAsync(cancel);
        return found is not null && await UnitAsync(found.Slug, found.Code, cancel) is var (summary, unit) ? new FoundPlan(found.Plan, summary, unit) : null;
    }

    /// <summary>The target and a unit of it for which the current person may plan; null where there is none in reach.</summary>
    /// <param name="slug">The target.</param>
    /// <param name="code">Of the unit; empty for the topmost in reach.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<(TargetSummary Target, UnitChoice Unit)?> UnitAsync(string? slug, string? code, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(slug) || await targets.FindAsync(slug, cancel) is not { } target || await targets.FindUnitAsync(target, code, Capability.ReadNames, cancel) is not { } unit)
        {
            return null;
        }

        return await scope.Organizations(Capability.ManageSessions).ContainsAsync(unit.Id, cancel) ? (target, unit) : null;
    }

    public IQueryable<BatchPlan> Reached()
    {
        var (kept, named) = (scope.Organizations(Capability.ManageSessions), scope.Organizations(Capability.ReadNames));
        return db.BatchPlans.Where(plan => kept.Contains(plan.OrganizationId) && named.Contains(plan.OrganizationId));
    }
}

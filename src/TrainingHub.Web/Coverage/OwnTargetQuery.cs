using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Targets that the reader may correct or withdraw: those set by an organization in reach.</summary>
public sealed class OwnTargetQuery(Db db, Scope scope, DayClock clock)
{
    /// <summary>Null when the reader may not.</summary>
    public async Task<OwnTarget?> FindAsync(string slug, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageTargets);
        var found = await (
            from target in db.CoverageTargets.AsNoTracking()
            where target.Slug == slug && reach.Contains(target.OrganizationId)
            join setter in db.Organizations on target.OrganizationId equals setter.Id
            select new { target, setter = new Setter(setter.Id, setter.Code, setter.Name) }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var (today, targetId, programmeId) = (clock.Today, found.target.Id, found.target.ProgrammeId);
        var rules = await db.TargetRules.Known().AsNoTracking().Where(rule => rule.TargetId == targetId).OrderBy(rule => rule.From).ToListAsync(cancel);
        var asked = await db.ProgrammeRules.Known().AsNoTracking().Where(rule => rule.ProgrammeId == programmeId).OrderBy(rule => rule.From).ToListAsync(cancel);
        return new OwnTarget(found.target, found.setter, rules, asked.Find(rule => rule.HoldsOn(today)) ?? (asked.Count == 0 ? null : asked[^1]));
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>A person's leave, as far as the current person keeps the roster of their units.</summary>
public sealed class LeavesQuery(Db db, Scope scope, UnitsBelow below, DayClock clock)
{
    /// <summary>Null for whoever is in no post within reach.</summary>
    public async Task<LeavesPage?> RunAsync(Guid personId, CancellationToken cancel)
    {
        if (await scope.PeopleInPost(Capability.ManagePeople).AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId && p.AnonymizedAt == null, cancel) is not { } person)
        {
            return null;
        }

        var (reach, declared, year) = (scope.Organizations(Capability.ManagePeople), scope.Organizations(Capability.DeclarePositions), clock.Today.Year);
        var known = await db.Leaves.Known().AsNoTracking().Where(l => l.PersonId == personId).OrderByDescending(l => l.From).ToListAsync(cancel);
        // Leave goes with the person wherever the posts go on; why somebody left a unit is that unit's to know.
        var reached = await db.Organizations.Where(o => reach.Contains(o.Id) && db.Leaves.Any(l => l.PersonId == personId && l.OrganizationId == o.Id)).Select(o => o.Id).ToListAsync(cancel);
        var counted = db.CoverageStandings.Where(s => s.PersonId == personId && declared.Contains(s.OrganizationId)
            && (s.Kind == StandingKind.Missing || s.Kind == StandingKind.Covered));
        return new LeavesPage
        {
            PersonId = personId,
            Name = person.Name,
            Leaves = [.. known.Where(l => !l.Kind.IsForGood || reached.Contains(l.OrganizationId))],
            Targets = await db.CoverageTargets.AsNoTracking().Where(t => t.Year >= year && counted.Any(s => s.TargetId == t.Id)).OrderBy(t => t.Year).ThenBy(t => t.Name)
                .Select(t => new LeaveTarget(t.Id, t.Slug, t.Name, t.Year)).ToListAsync(cancel),
            Exclusions = await ExclusionsAsync(personId, cancel),
            Version = KnownVersion.Of(known.Select(l => l.Id)),
        };
    }

    // Also those that another unit asked for: whoever ends the leave is told that they go on.
    private Task<List<LeaveExclusion>> ExclusionsAsync(Guid personId, CancellationToken cancel)
    {
        var (own, above) = (scope.Organizations(Capability.DeclarePositions), below.Organizations(Capability.ConfirmDeclarations));
        return (
            from exclusion in db.Exclusions.Known().AsNoTracking()
            where exclusion.PersonId == personId && (exclusion.State == ExclusionState.Asked || exclusion.State == ExclusionState.Approved)
            join target in db.CoverageTargets on exclusion.TargetId equals target.Id
            orderby exclusion.From, target.Year, target.Name, exclusion.Id
            select new LeaveExclusion(
                exclusion.Id, target.Slug, target.Name, target.NameEn, target.Year, exclusion.Why, exclusion.State, exclusion.From, exclusion.Until,
                own.Contains(exclusion.OrganizationId) || above.Contains(exclusion.OrganizationId))).ToListAsync(cancel);
    }
}

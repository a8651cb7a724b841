using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>数据范围: the rows that the current person reaches with a capability. Part of the query, so a stranger's id is simply not found.</summary>
public sealed class Scope(Db db, CurrentPerson current, DayClock clock)
{
    /// <summary>Ids of the organizations granted and of all below them today. A grant on an organization holds whatever its age.</summary>
    public IQueryable<Guid> Organizations(Capability capability)
    {
        var (personId, today) = (current.Id, clock.Today);
        return
            from grant in db.Grants
            where grant.PersonId == personId && grant.Capability == capability && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.DescendantId;
    }

    /// <summary>
    /// Ids of the organizations that stand below one granted: whoever runs a unit does not decide what the unit is or where it stands.
    /// A granted root is included, since nobody stands above it.
    /// </summary>
    public IQueryable<Guid> Below(Capability capability)
    {
        var (personId, today) = (current.Id, clock.Today);
        return
            from grant in db.Grants
            where grant.PersonId == personId && grant.Capability == capability && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
                && (path.Depth > 0 || !db.OrganizationPaths.Any(above => above.DescendantId == path.DescendantId && above.Depth > 0
                    && above.SupersededAt == null && above.From <= today && today <= above.Until))
            select path.DescendantId;
    }

    /// <summary>What the current person may do on one organization; empty when it is out of reach.</summary>
    public async Task<IReadOnlySet<Capability>> OnAsync(Guid organizationId, CancellationToken cancel)
    {
        var (personId, today) = (current.Id, clock.Today);
        return (await (
            from grant in db.Grants
            where grant.PersonId == personId && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.DescendantId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until
            select grant.Capability).Distinct().ToListAsync(cancel)).ToHashSet();
    }

    /// <summary>
    /// People who hold or will hold a post in a reached organization; those who left belong to their new unit, and while they have none to the last ones.
    /// </summary>
    public IQueryable<Person> PeopleInPost(Capability capability)
    {
        var (organizations, today) = (Organizations(capability), clock.Today);
        var known = db.Memberships.Where(m => m.SupersededAt == null);
        return db.People.Where(person => known.Any(m => m.PersonId == person.Id && organizations.Contains(m.OrganizationId)
            && (m.Until >= today || !known.Any(other => other.PersonId == person.Id && other.Until >= today))));
    }

    /// <summary>People who hold, held or will hold a post in a reached organization.</summary>
    public IQueryable<Person> People(Capability capability)
    {
        var organizations = Organizations(capability);
        return db.People.Where(person => db.Memberships.Any(m =>
            m.PersonId == person.Id && m.SupersededAt == null && organizations.Contains(m.OrganizationId)));
    }
}

using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Organizations strictly below one on which the current person was granted something: what a unit says of itself is confirmed from above.</summary>
public sealed class UnitsBelow(Db db, CurrentPerson current, DayClock clock)
{
    public IQueryable<Guid> Organizations(Capability capability)
    {
        var (personId, today) = (current.Id, clock.Today);
        return
            from grant in db.Grants
            where grant.PersonId == personId && grant.Capability == capability && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until && path.Depth > 0
            select path.DescendantId;
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Who could look over a unit's courses: people with an account and the capability there or above.</summary>
public sealed class ReviewersQuery(Db db, DayClock clock)
{
    /// <summary>Whether there is anybody beside this person.</summary>
    public Task<bool> AnyBesideAsync(Guid ownerId, Guid? personId, CancellationToken cancel)
    {
        var today = clock.Today;
        return (
            from grant in db.Grants
            where grant.Capability == Capability.ManageCourses && grant.RevokedAt == null && grant.PersonId != personId
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.DescendantId == ownerId && path.SupersededAt == null && path.From <= today && today <= path.Until
            select grant.PersonId).AnyAsync(person => db.Users.Any(account => account.PersonId == person), cancel);
    }
}

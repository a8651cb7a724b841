using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>One person, as far as the current person reaches them.</summary>
public sealed class PersonQuery(Db db, Scope scope, DayClock clock)
{
    public async Task<PersonPage?> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await scope.People(Capability.ReadPeople).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } person)
        {
            return null;
        }

        var isInPost = await scope.PeopleInPost(Capability.ReadPeople).AnyAsync(p => p.Id == id, cancel);
        var known = await db.Memberships.Known().Where(m => m.PersonId == id).Select(m => m.Id).ToListAsync(cancel);
        var posts = await PostsAsync(id, cancel);
        var mayGrant = await scope.PeopleInPost(Capability.ManageGrants).AnyAsync(p => p.Id == id, cancel);
        return new PersonPage
        {
            Id = id,
            Name = person.Name,
            IsAnonymized = person.AnonymizedAt is not null,
            IsInPost = isInPost,
            StaffNumber = isInPost ? person.StaffNumber : null,
            Phone = isInPost ? PhoneNumber.Mask(person.Phone) : null,
            Account = isInPost ? await AccountAsync(id, cancel) : AccountState.None,
            Posts = posts,
            HiddenPosts = known.Count - posts.Count,
            Grants = mayGrant ? await GrantsAsync(id, cancel) : [],
            MayManage = await scope.PeopleInPost(Capability.ManagePeople).AnyAsync(p => p.Id == id, cancel),
            MayGrant = mayGrant,
            MayReadRecords = await scope.People(Capability.ReadRecords).AnyAsync(p => p.Id == id, cancel),
            Version = KnownVersion.Of(known),
        };
    }

    /// <summary>The grants on organizations for which the current person may grant.</summary>
    public Task<List<PersonGrant>> GrantsAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageGrants);
        return (
            from grant in db.Grants
            where grant.PersonId == id && grant.RevokedAt == null && reach.Contains(grant.OrganizationId)
            join organization in db.Organizations on grant.OrganizationId equals organization.Id
            orderby organization.Name, grant.Capability
            select new PersonGrant(grant.Id, grant.Capability, organization.Code, organization.Name, grant.GrantedAt)).ToListAsync(cancel);
    }

    private Task<List<PersonPost>> PostsAsync(Guid id, CancellationToken cancel)
    {
        var (reach, managed) = (scope.Organizations(Capability.ReadPeople), scope.Organizations(Capability.ManagePeople));
        return (
            from post in db.Memberships.Known()
            where post.PersonId == id && reach.Contains(post.OrganizationId)
            join organization in db.Organizations on post.OrganizationId equals organization.Id
            join position in db.Positions on post.PositionId equals position.Id
            orderby post.Until descending, post.From descending, post.FactId
            select new PersonPost(
                post.FactId, organization.Id, organization.Code, organization.Name, position.Name, position.NameEn, post.From, post.Until,
                post.IsPrimary, post.IsStartPresumed, post.Employment, managed.Contains(organization.Id))).ToListAsync(cancel);
    }

    private async Task<AccountState> AccountAsync(Guid id, CancellationToken cancel)
    {
        var account = await db.Users.Where(u => u.PersonId == id).Select(u => new { u.LockoutEnd }).SingleOrDefaultAsync(cancel);
        return account is null ? AccountState.None : account.LockoutEnd?.UtcDateTime > clock.Now ? AccountState.Locked : AccountState.Active;
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>What a merger of an organization would move.</summary>
public sealed class MergerQuery(Db db, Scope scope, FindOrganization find, DayClock clock)
{
    /// <summary>Organizations that the current person may merge: what they are and who works there is theirs to say.</summary>
    public IQueryable<Guid> Among()
    {
        var people = scope.Organizations(Capability.ManagePeople);
        return scope.Below(Capability.ManageOrganizations).Where(id => people.Contains(id));
    }

    public async Task<MergerForm> FormAsync(Organization organization, MergerInput input, CancellationToken cancel)
    {
        var (id, today) = (organization.Id, clock.Today);
        var posts = await (
            from post in db.Memberships.Known()
            where post.OrganizationId == id && post.Until >= today
            join person in db.People on post.PersonId equals person.Id
            join position in db.Positions on post.PositionId equals position.Id
            orderby position.SortOrder, person.NormalizedName, post.FactId
            select new MergerPost(post.FactId, person.Name, person.AnonymizedAt != null, position.Name, position.NameEn, post.From, post.Until)).ToListAsync(cancel);
        var units = await (
            from parent in db.OrganizationParents.Known()
            where parent.ParentId == id && parent.Until >= today
            join unit in db.Organizations on parent.OrganizationId equals unit.Id
            orderby unit.Name
            select new OrganizationLink(unit.Code, unit.Name)).ToListAsync(cancel);
        return new MergerForm(organization.Code, organization.Name, input with { Version = input.Version ?? await VersionAsync(id, cancel) }, posts, units,
            [.. (await find.SuggestAsync(Among(), cancel)).Where(unit => !string.Equals(unit.Code, organization.Code, StringComparison.Ordinal))]);
    }

    /// <summary>The mark of what a merger changes: what the organization is, the posts in it and the units below it.</summary>
    public async Task<string> VersionAsync(Guid id, CancellationToken cancel)
    {
        var details = await db.OrganizationDetails.Known().Where(d => d.OrganizationId == id).Select(d => d.Id).ToListAsync(cancel);
        var posts = await db.Memberships.Known().Where(m => m.OrganizationId == id).Select(m => m.Id).ToListAsync(cancel);
        var units = await db.OrganizationParents.Known().Where(p => p.ParentId == id).Select(p => p.Id).ToListAsync(cancel);
        return KnownVersion.Of(details.Concat(posts).Concat(units));
    }
}

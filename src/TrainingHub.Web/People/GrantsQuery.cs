using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>What a person may do on organizations for which the current person may grant.</summary>
public sealed class GrantsQuery(Db db, Scope scope)
{
    public async Task<(IReadOnlyList<PersonGrant> Rows, Pages Pages)> PageAsync(Guid personId, GrantsFilter filter, CancellationToken cancel)
    {
        var rows = Rows(personId, filter);
        var pages = Pages.Of(filter.Page, await rows.CountAsync(cancel));
        return (await rows.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages);
    }

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<PersonGrant> AllAsync(Guid personId, GrantsFilter filter) => Rows(personId, filter).AsAsyncEnumerable();

    private IQueryable<PersonGrant> Rows(Guid personId, GrantsFilter filter)
    {
        var (reach, may, (column, isDown)) = (scope.Organizations(Capability.ManageGrants), filter.May, filter.Order);
        var found =
            from grant in db.Grants
            where grant.PersonId == personId && grant.RevokedAt == null && reach.Contains(grant.OrganizationId) && (may == null || grant.Capability == may)
            join organization in db.Organizations on grant.OrganizationId equals organization.Id
            select new { grant, organization };
        if (filter.Q is { } typed)
        {
            var folded = NameFolding.Fold(typed);
            found = found.Where(f => f.organization.NormalizedName.Contains(folded));
        }

        var ordered = column switch
        {
            GrantSort.Capability => found.OrderBy(f => f.grant.Capability, isDown),
            GrantSort.Granted => found.OrderBy(f => f.grant.GrantedAt, isDown),
            _ => found.OrderBy(f => f.organization.Name, isDown),
        };
        return ordered.ThenBy(f => f.organization.Name).ThenBy(f => f.grant.Capability).ThenBy(f => f.grant.Id)
            .Select(f => new PersonGrant(f.grant.Id, f.grant.Capability, f.organization.Code, f.organization.Name, f.grant.GrantedAt));
    }
}

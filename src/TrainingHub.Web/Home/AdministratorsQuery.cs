using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Home;

/// <summary>
/// Whom the signed-in person can ask: who keeps the accounts of their own units and of the next one above that has somebody. Names and posts,
/// nothing else.
/// </summary>
public sealed class AdministratorsQuery(Db db, CurrentPerson current, DayClock clock)
{
    private const int MostOfOneUnit = 6;

    public async Task<IReadOnlyList<UnitAdministrators>> RunAsync(CancellationToken cancel)
    {
        var (id, today) = (current.Id, clock.Today);
        var own = db.Memberships.On(today).Where(m => m.PersonId == id).Select(m => m.OrganizationId);
        var keepers = await (
            from path in db.OrganizationPaths
            where own.Contains(path.DescendantId) && path.SupersededAt == null && path.From <= today && today <= path.Until
            join grant in db.Grants on path.AncestorId equals grant.OrganizationId
            where grant.Capability == Capability.ManageAccounts && grant.RevokedAt == null
            join organization in db.Organizations on grant.OrganizationId equals organization.Id
            select new { Own = path.DescendantId, path.Depth, organization.Id, organization.Name, grant.PersonId }).ToListAsync(cancel);
        var posts = await PostsAsync([.. keepers.Select(keeper => keeper.PersonId).Distinct()], today, cancel);
        var units =
            from keeper in keepers
            where posts.Contains(keeper.PersonId)
            group keeper by keeper.Own into unit
            let above = unit.Where(keeper => keeper.Depth > 0).Select(keeper => keeper.Depth).DefaultIfEmpty().Min()
            from keeper in unit
            where keeper.Depth == 0 || keeper.Depth == above
            orderby keeper.Depth
            group keeper.PersonId by (keeper.Id, keeper.Name);
        return
        [
            .. from unit in units
               let people = unit.Distinct().Select(person => posts[person].OrderByDescending(post => post.OrganizationId == unit.Key.Id).First())
               select new UnitAdministrators(unit.Key.Name, [.. people.OrderBy(post => post.SortOrder).Take(MostOfOneUnit).Select(post => post.Keeper)]),
        ];
    }

    /// <summary>The posts that people hold today, main ones first. Whoever has left holds none and is nobody to ask.</summary>
    private async Task<ILookup<Guid, Post>> PostsAsync(List<Guid> people, DateOnly today, CancellationToken cancel) => (await (
        from post in db.Memberships.On(today)
        where people.Contains(post.PersonId)
        join person in db.People on post.PersonId equals person.Id
        where person.AnonymizedAt == null
        join position in db.Positions on post.PositionId equals position.Id
        orderby post.IsPrimary descending, post.FactId
        select new { person.Id, post.OrganizationId, position.SortOrder, person.Name, Position = position.Name, position.NameEn }).ToListAsync(cancel))
        .ToLookup(row => row.Id, row => new Post(row.OrganizationId, row.SortOrder, new UnitAdministrators.Keeper(row.Name, PeopleWords.Named(row.Position, row.NameEn))));

    private sealed record Post(Guid OrganizationId, int SortOrder, UnitAdministrators.Keeper Keeper);
}

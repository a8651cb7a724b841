using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Home;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>One organization with its people, if the current person reaches it.</summary>
public sealed class OrganizationQuery(Db db, Scope scope, OrganizationsQuery organizations, DayClock clock)
{
    private const int MostChildren = 100;

    public async Task<OrganizationPage?> RunAsync(string code, RosterFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(code, Capability.ReadPeople, cancel) is not { } organization)
        {
            return null;
        }

        var (id, today) = (organization.Id, clock.Today);
        var asOf = filter.AsOf ?? today;
        var history = await db.OrganizationDetails.AsNoTracking().Known().Where(d => d.OrganizationId == id).OrderByDescending(d => d.From).ToListAsync(cancel);
        var children = Children(id, today);
        var roster = Roster(id, filter, asOf);
        var pages = Pages.Of(filter.Page, await roster.CountAsync(cancel));
        var below = scope.Below(Capability.ManageOrganizations);
        return new OrganizationPage
        {
            Id = id,
            Code = organization.Code,
            Name = organization.Name,
            RegionCode = organization.RegionCode,
            History = history,
            Details = history.FirstOrDefault(d => d.HoldsOn(today)) ?? history.FirstOrDefault(d => d.From <= today) ?? history[^1],
            ExistsToday = history.Any(d => d.HoldsOn(today)),
            Above = await organizations.AboveAsync(id, cancel),
            Children = await children.OrderBy(o => o.Name).Take(MostChildren).Select(o => new OrganizationLink(o.Code, o.Name)).ToListAsync(cancel),
            ChildCount = await children.CountAsync(cancel),
            Filter = filter,
            AsOf = asOf,
            Counts = await CountsAsync(id, asOf, cancel),
            Accounts = await AccountsAsync(id, asOf, cancel),
            Positions = await db.Positions.AsNoTracking().Where(p => db.Memberships.Any(m => m.SupersededAt == null && m.OrganizationId == id && m.PositionId == p.Id))
                .OrderBy(p => p.SortOrder).ToListAsync(cancel),
            People = await Masked(roster.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel),
            Pages = pages,
            May = await scope.OnAsync(id, cancel),
            MayChange = await below.ContainsAsync(id, cancel),
        };
    }

    /// <summary>Everybody the filter finds, for export; null when the organization is out of reach.</summary>
    public async Task<IAsyncEnumerable<RosterRow>?> ExportAsync(string code, RosterFilter filter, CancellationToken cancel) =>
        await FindAsync(code, Capability.ReadPeople, cancel) is { } organization
            ? Masked(Roster(organization.Id, filter, filter.AsOf ?? clock.Today)).AsAsyncEnumerable()
            : null;

    /// <summary>The organization with that code, if the capability reaches it.</summary>
    public Task<Organization?> FindAsync(string code, Capability capability, CancellationToken cancel) =>
        FindAsync(code, scope.Organizations(capability), cancel);

    /// <summary>The organization with that code, if it is among these.</summary>
    public Task<Organization?> FindAsync(string code, IQueryable<Guid> among, CancellationToken cancel)
    {
        var wanted = code.ToUpperInvariant();
        return db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == wanted && among.Contains(o.Id), cancel);
    }

    private IQueryable<Organization> Children(Guid id, DateOnly today)
    {
        var details = db.OrganizationDetails.On(today);
        return db.Organizations.Where(o => details.Any(d => d.OrganizationId == o.Id) && db.OrganizationPaths.Any(p =>
            p.AncestorId == id && p.DescendantId == o.Id && p.Depth == 1 && p.SupersededAt == null && p.From <= today && today <= p.Until));
    }

    private IQueryable<Entry> Roster(Guid id, RosterFilter filter, DateOnly asOf)
    {
        var posts = OfState(db.Memberships.AsNoTracking().Known().Where(m => m.OrganizationId == id), filter.State, asOf);
        posts = filter.Position is { } wanted ? posts.Where(m => m.PositionId == wanted) : posts;
        var (folded, number) = (filter.Q is { } typed ? NameFolding.Fold(typed) : null, filter.Q);
        return
            from post in posts
            join person in db.People.AsNoTracking() on post.PersonId equals person.Id
            where folded == null || person.NormalizedName.Contains(folded) || person.StaffNumber == number
            join position in db.Positions.AsNoTracking() on post.PositionId equals position.Id
            orderby position.SortOrder, person.NormalizedName, post.FactId
            select new Entry { Post = post, Person = person, Position = position };
    }

    // Masked on the way out of the database, so that no caller can forget it.
    private IQueryable<RosterRow> Masked(IQueryable<Entry> entries) =>
        entries.Select(entry => new RosterRow(
            entry.Person.Id, entry.Person.Name, entry.Person.AnonymizedAt != null, entry.Person.StaffNumber, PhoneNumber.Mask(entry.Person.Phone),
            entry.Position.Name, entry.Position.NameEn, entry.Post.From, entry.Post.Until, entry.Post.IsPrimary, entry.Post.IsStartPresumed,
            entry.Post.Employment, db.Users.Any(u => u.PersonId == entry.Person.Id)));

    private static IQueryable<Membership> OfState(IQueryable<Membership> posts, RosterState state, DateOnly asOf) => state switch
    {
        RosterState.Former => posts.Where(m => m.Until < asOf),
        RosterState.Future => posts.Where(m => m.From > asOf),
        _ => posts.Where(m => m.From <= asOf && asOf <= m.Until),
    };

    private async Task<IReadOnlyDictionary<RosterState, int>> CountsAsync(Guid id, DateOnly asOf, CancellationToken cancel)
    {
        var counts = await db.Memberships.Known().Where(m => m.OrganizationId == id)
            .GroupBy(m => m.Until < asOf ? RosterState.Former : m.From > asOf ? RosterState.Future : RosterState.Current)
            .Select(group => new { group.Key, People = group.Select(m => m.PersonId).Distinct().Count() }).ToListAsync(cancel);
        return Enum.GetValues<RosterState>().ToDictionary(state => state, state => counts.FirstOrDefault(c => c.Key == state)?.People ?? 0);
    }

    private Task<int> AccountsAsync(Guid id, DateOnly asOf, CancellationToken cancel)
    {
        var posts = db.Memberships.On(asOf).Where(m => m.OrganizationId == id);
        return db.Users.CountAsync(u => posts.Any(m => m.PersonId == u.PersonId), cancel);
    }

    private sealed class Entry
    {
        public required Membership Post { get; init; }
        public required Person Person { get; init; }
        public required Position Position { get; init; }
    }
}

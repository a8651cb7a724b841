using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>The people of one organization.</summary>
public sealed class RosterQuery(Db db, OrganizationQuery organizations, DayClock clock)
{
    /// <param name="id">An organization that the reader reaches.</param>
    public async Task<RosterPage> RunAsync(Guid id, string code, RosterFilter filter, CancellationToken cancel)
    {
        var asOf = filter.AsOf ?? clock.Today;
        var posts = Posts(id, filter, asOf);
        var pages = Pages.Of(filter.Page, await posts.CountAsync(cancel));
        return new RosterPage
        {
            Code = code,
            Filter = filter,
            AsOf = asOf,
            Counts = await CountsAsync(id, asOf, cancel),
            Accounts = await AccountsAsync(id, asOf, cancel),
            Positions = await db.Positions.AsNoTracking().Where(p => db.Memberships.Any(m => m.SupersededAt == null && m.OrganizationId == id && m.PositionId == p.Id))
                .OrderBy(p => p.SortOrder).ToListAsync(cancel),
            Rows = await Masked(posts.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel),
            Pages = pages,
        };
    }

    /// <summary>Everybody the filter finds, for export, with leave for whoever keeps the unit's people; null when the organization is out of reach.</summary>
    public async Task<(IAsyncEnumerable<RosterRow> Rows, bool HasLeaves)?> ExportAsync(string code, RosterFilter filter, CancellationToken cancel)
    {
        if (await organizations.FindAsync(code, Capability.ReadPeople, cancel) is not { } organization)
        {
            return null;
        }

        var asOf = filter.AsOf ?? clock.Today;
        var posts = Posts(organization.Id, filter, asOf);
        return await organizations.FindAsync(code, Capability.ManagePeople, cancel) is null
            ? (Masked(posts).AsAsyncEnumerable(), false)
            : (WithLeavesAsync(posts, asOf, cancel), true);
    }

    private async IAsyncEnumerable<RosterRow> WithLeavesAsync(IQueryable<Entry> posts, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        var people = posts.Select(entry => entry.Person.Id);
        var leaves = (await db.Leaves.Known().AsNoTracking().Where(l => people.Contains(l.PersonId) && LeaveKinds.ForDays.Contains(l.Kind) && l.Until >= asOf).OrderBy(l => l.From).ToListAsync(cancel))
            .ToLookup(leave => leave.PersonId, LeaveDays.Of);
        await foreach (var row in Masked(posts).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return row with { Leave = leaves[row.PersonId].FirstOrDefault() };
        }
    }

    private IQueryable<Entry> Posts(Guid id, RosterFilter filter, DateOnly asOf)
    {
        var posts = OfState(db.Memberships.AsNoTracking().Known().Where(m => m.OrganizationId == id), filter.State, asOf);
        posts = filter.Position is { } wanted ? posts.Where(m => m.PositionId == wanted) : posts;
        var (folded, number) = (filter.Q is { } typed ? NameFolding.Fold(typed) : null, filter.Q);
        var entries =
            from post in posts
            join person in db.People.AsNoTracking() on post.PersonId equals person.Id
            where folded == null || person.NormalizedName.Contains(folded) || person.StaffNumber == number
            join position in db.Positions.AsNoTracking() on post.PositionId equals position.Id
            select new Entry { Post = post, Person = person, Position = position, HasAccount = db.Users.Any(u => u.PersonId == person.Id) };
        return InOrder(entries, filter).ThenBy(entry => entry.Person.NormalizedName).ThenBy(entry => entry.Post.FactId);
    }

    private static IOrderedQueryable<Entry> InOrder(IQueryable<Entry> entries, RosterFilter filter) => filter.Order switch
    {
        (RosterSort.Name, var isDown) => entries.OrderBy(entry => entry.Person.NormalizedName, isDown),
        (RosterSort.From, var isDown) => entries.OrderBy(entry => entry.Post.From, isDown),
        (RosterSort.Employment, var isDown) => entries.OrderBy(entry => entry.Post.Employment, isDown),
        (RosterSort.StaffNumber, var isDown) => entries.OrderBy(entry => entry.Person.StaffNumber, isDown),
        (RosterSort.Account, var isDown) => entries.OrderBy(entry => entry.HasAccount, isDown),
        (_, var isDown) => entries.OrderBy(entry => entry.Position.SortOrder, isDown),
    };

    // Masked on the way out of the database, so that no caller can forget it.
    private static IQueryable<RosterRow> Masked(IQueryable<Entry> entries) =>
        entries.Select(entry => new RosterRow(
            entry.Person.Id, entry.Person.Name, entry.Person.AnonymizedAt != null, entry.Person.StaffNumber, PhoneNumber.Mask(entry.Person.Phone),
            entry.Position.Name, entry.Position.NameEn, entry.Post.From, entry.Post.Until, entry.Post.IsPrimary, entry.Post.IsStartPresumed,
            entry.Post.Employment, entry.HasAccount));

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
        public required bool HasAccount { get; init; }
    }
}

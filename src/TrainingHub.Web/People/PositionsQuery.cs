using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>The catalogue of posts: what is shipped and what bureaus keep.</summary>
public sealed class PositionsQuery(Db db, Scope scope, DayClock clock)
{
    /// <summary>How many entries the filter finds.</summary>
    public Task<int> CountAsync(PositionsFilter filter, CancellationToken cancel) => Filtered(filter).CountAsync(cancel);

    public Task<List<PositionRow>> PageAsync(PositionsFilter filter, Pages pages, CancellationToken cancel) =>
        ListAsync(Ordered(filter).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size), cancel);

    /// <summary>All that the filter finds; a bureau keeps hundreds of posts at most.</summary>
    public Task<List<PositionRow>> AllAsync(PositionsFilter filter, CancellationToken cancel) => ListAsync(Ordered(filter), cancel);

    /// <summary>The posts that people of an organization can hold: shipped ones and those of the bureaus above it.</summary>
    public Task<List<PositionRow>> ForAsync(IQueryable<Guid> organizations, CancellationToken cancel)
    {
        var today = clock.Today;
        var above = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && organizations.Contains(p.DescendantId)).Select(p => p.AncestorId);
        return ListAsync(db.Positions.Where(p => p.OrganizationId == null || above.Contains(p.OrganizationId.Value)).OrderBy(p => p.SortOrder).ThenBy(p => p.Name), cancel);
    }

    /// <summary>Whether people of the organization can hold the post.</summary>
    public Task<bool> FitsAsync(Guid positionId, Guid organizationId, CancellationToken cancel)
    {
        var today = clock.Today;
        return db.Positions.AnyAsync(p => p.Id == positionId && (p.OrganizationId == null || db.OrganizationPaths.Any(path =>
            path.DescendantId == organizationId && path.AncestorId == p.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until)), cancel);
    }

    /// <summary>Shipped entries, those kept inside the reader's reach, and those of bureaus above.</summary>
    private IQueryable<Position> Filtered(PositionsFilter filter)
    {
        var (today, reach, mappings) = (clock.Today, scope.Organizations(Capability.ReadPeople), db.PositionMappings.On(clock.Today));
        var above = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && reach.Contains(p.DescendantId)).Select(p => p.AncestorId);
        var positions = db.Positions.Where(p => p.OrganizationId == null || reach.Contains(p.OrganizationId.Value) || above.Contains(p.OrganizationId.Value));
        if (filter.Q is { } typed)
        {
            // Aliases hold the name, too, folded like what is looked for.
            var folded = NameFolding.Fold(typed);
            positions = positions.Where(p => p.Aliases.Contains(folded) || p.Name.Contains(typed) || p.NameEn.Contains(typed) || p.Code == typed);
        }

        if (PositionRules.IsOne(filter.Core))
        {
            var core = filter.Core;
            positions = positions.Where(p => mappings.Any(m => m.PositionId == p.Id && m.Core == core));
        }

        return filter.Keeper switch
        {
            PositionKeeper.Shipped => positions.Where(p => p.OrganizationId == null),
            PositionKeeper.Bureau => positions.Where(p => p.OrganizationId != null),
            _ => positions,
        };
    }

    private IQueryable<Position> Ordered(PositionsFilter filter)
    {
        var mappings = db.PositionMappings.On(clock.Today);
        var found = Filtered(filter).Select(p => new
        {
            Position = p,
            Core = mappings.Where(m => m.PositionId == p.Id).Select(m => m.Core).FirstOrDefault(),
            Keeper = db.Organizations.Where(o => o.Id == p.OrganizationId).Select(o => o.Name).FirstOrDefault() ?? "",
        });
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            PositionSort.Name => found.OrderBy(f => f.Position.Name, isDown),
            PositionSort.Core => found.OrderBy(f => f.Core, isDown),
            PositionSort.Keeper => found.OrderBy(f => f.Keeper, isDown),
            _ => found.OrderBy(f => f.Position.SortOrder, isDown),
        };
        return ordered.ThenBy(f => f.Position.SortOrder).ThenBy(f => f.Position.Name).ThenBy(f => f.Position.Id).Select(f => f.Position);
    }

    private async Task<List<PositionRow>> ListAsync(IQueryable<Position> positions, CancellationToken cancel)
    {
        var today = clock.Today;
        var entries = await positions.AsNoTracking()
            .Select(position => new { position, Keeper = db.Organizations.Where(o => o.Id == position.OrganizationId).Select(o => o.Name).FirstOrDefault() }).ToListAsync(cancel);
        var ids = entries.ConvertAll(entry => entry.position.Id);
        var mappings = (await db.PositionMappings.AsNoTracking().Known().Where(m => ids.Contains(m.PositionId)).ToListAsync(cancel)).ToLookup(m => m.PositionId);
        return
        [
            .. from entry in entries
               let known = mappings[entry.position.Id].OrderBy(m => m.From).ToList()
               let current = known.LastOrDefault(m => m.From <= today) ?? known[0]
               let next = known.FirstOrDefault(m => m.From > today)
               select new PositionRow(
                   entry.position.Id, entry.position.Code, entry.position.Name, entry.position.NameEn, current.Core, current.From, entry.Keeper,
                   entry.position.OrganizationId, next is null ? null : new PositionNext(next.Core, next.From)),
        ];
    }
}

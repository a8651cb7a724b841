using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>The catalogue of posts: what is shipped and what bureaus keep.</summary>
public sealed class PositionsQuery(Db db, Scope scope, DayClock clock)
{
    /// <summary>Shipped entries, those kept inside the reader's reach, and those of bureaus above.</summary>
    public Task<List<PositionRow>> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var reach = scope.Organizations(Capability.ReadPeople);
        var above = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && reach.Contains(p.DescendantId)).Select(p => p.AncestorId);
        return ListAsync(db.Positions.Where(p => p.OrganizationId == null || reach.Contains(p.OrganizationId.Value) || above.Contains(p.OrganizationId.Value)), cancel);
    }

    /// <summary>The posts that people of an organization can hold: shipped ones and those of the bureaus above it.</summary>
    public Task<List<PositionRow>> ForAsync(IQueryable<Guid> organizations, CancellationToken cancel)
    {
        var today = clock.Today;
        var above = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && organizations.Contains(p.DescendantId)).Select(p => p.AncestorId);
        return ListAsync(db.Positions.Where(p => p.OrganizationId == null || above.Contains(p.OrganizationId.Value)), cancel);
    }

    /// <summary>Whether people of the organization can hold the post.</summary>
    public Task<bool> FitsAsync(Guid positionId, Guid organizationId, CancellationToken cancel)
    {
        var today = clock.Today;
        return db.Positions.AnyAsync(p => p.Id == positionId && (p.OrganizationId == null || db.OrganizationPaths.Any(path =>
            path.DescendantId == organizationId && path.AncestorId == p.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until)), cancel);
    }

    private async Task<List<PositionRow>> ListAsync(IQueryable<Position> positions, CancellationToken cancel)
    {
        var today = clock.Today;
        var entries = await (
            from position in positions.AsNoTracking()
            orderby position.SortOrder, position.Name
            select new { position, Keeper = db.Organizations.Where(o => o.Id == position.OrganizationId).Select(o => o.Name).FirstOrDefault() }).ToListAsync(cancel);
        var mappings = (await db.PositionMappings.AsNoTracking().Known().Where(m => positions.Any(p => p.Id == m.PositionId)).ToListAsync(cancel)).ToLookup(m => m.PositionId);
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

using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

public sealed class DeclarationsQuery(Db db, Scope scope, UnitsBelow below, AskedPosts asked, DayClock clock)
{
    /// <summary>The posts that targets ask of the organization today; null when it is out of reach.</summary>
    public async Task<DeclarationsPage?> FindAsync(string code, CancellationToken cancel)
    {
        var (today, reach, declaring, confirming) =
            (clock.Today, scope.Organizations(Capability.ReadCoverage), scope.Organizations(Capability.DeclarePositions), below.Organizations(Capability.ConfirmDeclarations));
        var unit = await db.Organizations.Where(o => o.Code == code && reach.Contains(o.Id))
            .Select(o => new { o.Id, o.Code, o.Name, MayDeclare = declaring.Contains(o.Id), MayConfirm = confirming.Contains(o.Id) }).SingleOrDefaultAsync(cancel);
        if (unit is null)
        {
            return null;
        }

        var holders = await HoldersAsync(unit.Id, today, cancel);
        var said = (await db.Declarations.Known().Where(d => d.OrganizationId == unit.Id && d.Until >= today).AsNoTracking().ToListAsync(cancel)).ToLookup(d => d.Position);
        return new DeclarationsPage
        {
            Code = unit.Code,
            Name = unit.Name,
            Today = today,
            MayDeclare = unit.MayDeclare,
            MayConfirm = unit.MayConfirm,
            Posts = [.. (await asked.OfAsync(unit.Id, cancel)).Posts().Select(post => Post(post, holders.GetValueOrDefault(post), said[post], today))],
        };
    }

    private async Task<Dictionary<CorePosition, int>> HoldersAsync(Guid organizationId, DateOnly today, CancellationToken cancel)
    {
        var (memberships, mappings) = (db.Memberships.On(today), db.PositionMappings.On(today));
        return await (
            from membership in memberships
            where membership.OrganizationId == organizationId
            join mapping in mappings on membership.PositionId equals mapping.PositionId
            group membership by mapping.Core into held
            select new { held.Key, Count = held.Select(m => m.PersonId).Distinct().Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }

    private static DeclaredPost Post(CorePosition post, int holders, IEnumerable<Declaration> said, DateOnly today)
    {
        var words = said.OrderBy(d => d.From).ToList();
        var now = words.FirstOrDefault(d => d.HoldsOn(today));
        return new DeclaredPost
        {
            Position = post,
            Version = KnownVersion.Of(words.Select(declaration => declaration.Id)),
            Holders = holders,
            State = holders > 0 ? DeclaredState.Holders : now?.Effective is DeclaredState.Vacant or DeclaredState.NotKept ? now.Effective : DeclaredState.NotDeclared,
            Said = now ?? words.FirstOrDefault(),
        };
    }
}

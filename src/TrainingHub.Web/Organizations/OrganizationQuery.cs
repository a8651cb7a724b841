using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>One organization, if the current person reaches it.</summary>
public sealed class OrganizationQuery(Db db, Scope scope, OrganizationsQuery organizations, DayClock clock)
{
    private const int MostChildren = 100;

    public async Task<OrganizationPage?> RunAsync(string code, CancellationToken cancel)
    {
        if (await FindAsync(code, Capability.ReadPeople, cancel) is not { } organization)
        {
            return null;
        }

        var (id, today) = (organization.Id, clock.Today);
        var history = await db.OrganizationDetails.AsNoTracking().Known().Where(d => d.OrganizationId == id).OrderByDescending(d => d.From).ToListAsync(cancel);
        var children = Children(id, today);
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
            Successor = (await MergedAsync(db.OrganizationSuccessions.Known().Where(s => s.OrganizationId == id), s => s.SuccessorId, cancel)).FirstOrDefault(),
            Merged = await MergedAsync(db.OrganizationSuccessions.Known().Where(s => s.SuccessorId == id), s => s.OrganizationId, cancel),
            May = await scope.OnAsync(id, cancel),
            MayChange = await below.ContainsAsync(id, cancel),
        };
    }

    /// <summary>The organization with that code, if the capability reaches it.</summary>
    public Task<Organization?> FindAsync(string code, Capability capability, CancellationToken cancel) =>
        FindAsync(code, scope.Organizations(capability), cancel);

    /// <summary>The organization with that code, if it is among these.</summary>
    public Task<Organization?> FindAsync(string code, IQueryable<Guid> among, CancellationToken cancel)
    {
        var wanted = code.ToUpperInvariant();
        return db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == wanted && among.Contains(o.Id), cancel);
    }

    private Task<List<MergedUnit>> MergedAsync(IQueryable<OrganizationSuccession> successions, Expression<Func<OrganizationSuccession, Guid>> other, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ReadPeople);
        return successions.Join(db.Organizations, other, o => o.Id, (succession, unit) => new { succession.From, unit })
            .OrderByDescending(one => one.From).ThenBy(one => one.unit.Name)
            .Select(one => new MergedUnit(reach.Contains(one.unit.Id) ? one.unit.Code : null, one.unit.Name, one.From)).ToListAsync(cancel);
    }

    private IQueryable<Organization> Children(Guid id, DateOnly today)
    {
        var details = db.OrganizationDetails.On(today);
        return db.Organizations.Where(o => details.Any(d => d.OrganizationId == o.Id) && db.OrganizationPaths.Any(p =>
            p.AncestorId == id && p.DescendantId == o.Id && p.Depth == 1 && p.SupersededAt == null && p.From <= today && today <= p.Until));
    }
}

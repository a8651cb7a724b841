using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Writes the tree: new organizations in bulk, and the closure rows of those whose ancestors changed.</summary>
public sealed class TreeWriter(Db db, Transactions transactions, Ids ids, DayClock clock)
{
    // Any number will do as long as every process of this application uses the same.
    private const long PostgresLock = 0x7_4A11_41B6;

    /// <summary>Adds organizations with details, parents and closure rows. Counts nothing: whoever adds people afterwards does.</summary>
    /// <returns>Why nothing was written; null when everything was.</returns>
    public Task<TreeFault?> WriteAsync(IReadOnlyCollection<NewOrganization> organizations, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            await LockAsync(cancel);
            var (added, now) = (organizations.Select(o => o.Id).ToHashSet(), clock.Now);
            var parents = organizations.Where(o => o.ParentId is not null).Select(o => Parent(o, now)).ToList();
            var above = parents.Select(p => p.ParentId).Where(id => !added.Contains(id)).Distinct().ToList();
            var known = await LoadAsync(db.OrganizationPaths.Where(p => above.Contains(p.DescendantId) && p.SupersededAt == null).Select(p => p.AncestorId), cancel);
            var details = organizations.Select(o => Details(o, now)).ToList();
            var tree = new OrganizationTree(
                known.Existence.Concat(details.Select(d => new ExistenceSpan(d.OrganizationId, d.From, d.Until))),
                known.Parents.Select(Span).Concat(parents.Select(Span)));
            if (tree.FindFault() is { } fault)
            {
                return fault;
            }

            db.AddRange(organizations.Select(o => Organization(o, now)));
            db.AddRange(details);
            db.AddRange(parents);
            db.AddRange(added.SelectMany(tree.PathsOf).Select(path => Row(path, now)));
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);

    /// <summary>One change of the tree at a time: two moves that are right each on its own may make a circle together.</summary>
    internal async Task LockAsync(CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", cancel);
        }
    }

    /// <summary>Existence and parents (tracked) of these organizations.</summary>
    internal async Task<(List<ExistenceSpan> Existence, List<OrganizationParent> Parents)> LoadAsync(IQueryable<Guid> organizations, CancellationToken cancel)
    {
        var existence = await db.OrganizationDetails.Where(d => d.SupersededAt == null && organizations.Contains(d.OrganizationId))
            .Select(d => new ExistenceSpan(d.OrganizationId, d.From, d.Until)).ToListAsync(cancel);
        var parents = await db.OrganizationParents.Where(p => p.SupersededAt == null && organizations.Contains(p.OrganizationId)).ToListAsync(cancel);
        return (existence, parents);
    }

    /// <summary>Ids of an organization and of all that ever stood below it, as far as we know now.</summary>
    internal IQueryable<Guid> Below(Guid organizationId) =>
        db.OrganizationPaths.Where(p => p.AncestorId == organizationId && p.SupersededAt == null).Select(p => p.DescendantId).Distinct();

    /// <summary>Closes the closure rows that no longer hold and appends those that now do; rows that stay are not touched.</summary>
    internal async Task RewriteAsync(OrganizationTree tree, Guid organizationId, CancellationToken cancel)
    {
        var below = Below(organizationId);
        var rows = await db.OrganizationPaths.Where(p => p.SupersededAt == null && below.Contains(p.DescendantId)).ToListAsync(cancel);
        var wanted = rows.Select(r => r.DescendantId).Distinct().SelectMany(tree.PathsOf).ToHashSet();
        var now = clock.Now;
        foreach (var row in rows)
        {
            if (!wanted.Remove(new PathSpan(row.AncestorId, row.DescendantId, row.Depth, row.From, row.Until)))
            {
                row.SupersededAt = now;
            }
        }

        db.AddRange(wanted.Select(path => Row(path, now)));
    }

    internal static ParentSpan Span(OrganizationParent parent) => new(parent.OrganizationId, parent.ParentId, parent.From, parent.Until);

    private static Organization Organization(NewOrganization organization, DateTime now) => new()
    {
        Id = organization.Id,
        Code = organization.Code ?? Ids.Code(6),
        Name = organization.Name,
        NormalizedName = NameFolding.Fold(organization.Name),
        RegionCode = organization.RegionCode,
        ProvinceShortName = organization.ProvinceShortName,
        CreatedAt = now,
    };

    private OrganizationDetails Details(NewOrganization organization, DateTime now)
    {
        var id = ids.Next();
        return new OrganizationDetails
        {
            Id = id,
            FactId = id,
            OrganizationId = organization.Id,
            Name = organization.Name,
            Kind = organization.Kind,
            Stages = organization.Stages,
            Flags = organization.Flags,
            Area = organization.Area,
            From = organization.From,
            Until = Day.Open,
            RecordedAt = now,
            RecordedBy = organization.RecordedBy,
        };
    }

    // It stands in the tree from today at the latest: who prepares a school that opens in autumn has to reach it.
    private OrganizationParent Parent(NewOrganization organization, DateTime now)
    {
        var id = ids.Next();
        return new OrganizationParent
        {
            Id = id,
            FactId = id,
            OrganizationId = organization.Id,
            ParentId = organization.ParentId ?? throw new ArgumentException("A root has no parent.", nameof(organization)),
            From = organization.From < clock.Today ? organization.From : clock.Today,
            Until = Day.Open,
            RecordedAt = now,
            RecordedBy = organization.RecordedBy,
        };
    }

    private OrganizationPath Row(PathSpan path, DateTime now) => new()
    {
        Id = ids.Next(),
        AncestorId = path.AncestorId,
        DescendantId = path.DescendantId,
        Depth = path.Depth,
        From = path.From,
        Until = path.Until,
        RecordedAt = now,
    };
}

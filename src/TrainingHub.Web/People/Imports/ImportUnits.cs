using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// The units of an import: which it speaks for, which its importer reaches. Asked by the importer's id, since most of the work is done
/// when nobody is signed in.
/// </summary>
public sealed class ImportUnits(Db db, DayClock clock)
{
    /// <summary>Ids of the units that were named for an import, the first one first.</summary>
    public async Task<List<Guid>> NamedAsync(RosterImport import, CancellationToken cancel) =>
        [import.OrganizationId, .. await db.RosterImportUnits.Where(unit => unit.ImportId == import.Id).Select(unit => unit.OrganizationId).ToListAsync(cancel)];

    /// <summary>Ids of the units that an import speaks for which names these.</summary>
    public IQueryable<Guid> SpokenFor(IReadOnlyCollection<Guid> named, bool includesBelow)
    {
        var today = clock.Today;
        return db.OrganizationPaths
            .Where(path => named.Contains(path.AncestorId) && path.SupersededAt == null && path.From <= today && today <= path.Until)
            .Where(path => includesBelow || path.Depth == 0)
            .Select(path => path.DescendantId).Distinct();
    }

    /// <summary>Ids of the units within a person's reach.</summary>
    public IQueryable<Guid> Reached(Guid personId)
    {
        var today = clock.Today;
        return
            from grant in db.Grants
            where grant.PersonId == personId && grant.Capability == Capability.ManagePeople && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.DescendantId;
    }

    /// <summary>All units within the importer's reach, those the import speaks for marked.</summary>
    public async Task<List<KnownUnit>> ListAsync(RosterImport import, CancellationToken cancel)
    {
        var reached = Reached(import.UploadedBy);
        var spoken = SpokenFor(await NamedAsync(import, cancel), import.IncludesBelow);
        var list = await db.Organizations.AsNoTracking()
            .Where(organization => reached.Contains(organization.Id))
            .Select(organization => new KnownUnit(organization.Id, organization.Code, organization.Name, organization.NormalizedName, spoken.Contains(organization.Id)))
            .ToListAsync(cancel);
        var details = db.OrganizationDetails.Known().AsNoTracking().Where(details => reached.Contains(details.OrganizationId));
        var names = await details.Where(details => db.Organizations.Any(organization => organization.Id == details.OrganizationId && organization.Name != details.Name))
            .Select(details => new { details.OrganizationId, details.Name }).ToListAsync(cancel);
        var last = await details.GroupBy(details => details.OrganizationId).Select(group => new { Id = group.Key, Until = group.Max(details => details.Until) })
            .Where(unit => unit.Until < Day.Open).ToDictionaryAsync(unit => unit.Id, unit => unit.Until, cancel);
        var successors = await db.OrganizationSuccessions.Known().AsNoTracking().Where(succession => reached.Contains(succession.OrganizationId))
            .Select(succession => new { succession.OrganizationId, succession.SuccessorId, succession.From }).ToListAsync(cancel);
        var (named, followed) = (names.ToLookup(name => name.OrganizationId, name => NameFolding.Fold(name.Name)), successors.ToLookup(one => one.OrganizationId));
        return
        [
            .. list.Select(unit => !named.Contains(unit.Id) && !last.ContainsKey(unit.Id) ? unit : unit with
            {
                FormerNames = [.. named[unit.Id]],
                Until = last.GetValueOrDefault(unit.Id, Day.Open),
                SuccessorId = followed[unit.Id].OrderBy(one => one.From).Select(one => (Guid?)one.SuccessorId).LastOrDefault(),
            }),
        ];
    }
}

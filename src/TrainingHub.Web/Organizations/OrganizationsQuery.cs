using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>The organizations that the current person reaches.</summary>
public sealed class OrganizationsQuery(Db db, Scope scope, DayClock clock)
{
    /// <returns>Null when the unit named in the filter is out of reach.</returns>
    public async Task<OrganizationsPage?> RunAsync(OrganizationsFilter filter, CancellationToken cancel)
    {
        if (await FindUnderAsync(filter, cancel) is not { } under)
        {
            return null;
        }

        var found = Find(filter, under);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        var rows = await Rows(found).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        var mayCreate = under != Guid.Empty && (await scope.OnAsync(under, cancel)).Contains(Capability.ManageOrganizations);
        return new OrganizationsPage(filter, await AboveAsync(under, cancel), rows, pages, mayCreate);
    }

    /// <summary>Every row that the filter finds, for export; null when the unit named in the filter is out of reach.</summary>
    public async Task<IAsyncEnumerable<OrganizationRow>?> ExportAsync(OrganizationsFilter filter, CancellationToken cancel) =>
        await FindUnderAsync(filter, cancel) is { } under ? Rows(Find(filter, under)).AsAsyncEnumerable() : null;

    /// <summary>The unit and what is above it within reach, highest first.</summary>
    public async Task<IReadOnlyList<OrganizationLink>> AboveAsync(Guid organizationId, CancellationToken cancel)
    {
        var (reach, today) = (scope.Organizations(Capability.ReadPeople), clock.Today);
        return await (
            from path in db.OrganizationPaths
            where path.DescendantId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until && reach.Contains(path.AncestorId)
            join organization in db.Organizations on path.AncestorId equals organization.Id
            orderby path.Depth descending
            select new OrganizationLink(organization.Code, organization.Name)).ToListAsync(cancel);
    }

    private async Task<Guid?> FindUnderAsync(OrganizationsFilter filter, CancellationToken cancel)
    {
        if (filter.Under is null)
        {
            return Guid.Empty;
        }

        var reach = scope.Organizations(Capability.ReadPeople);
        return await db.Organizations.Where(o => o.Code == filter.Under && reach.Contains(o.Id)).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancel);
    }

    private IQueryable<Organization> Find(OrganizationsFilter filter, Guid under)
    {
        var (reach, today) = (scope.Organizations(Capability.ReadPeople), clock.Today);
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until);
        var details = db.OrganizationDetails.On(today);
        var found = db.Organizations.AsNoTracking().Where(o => reach.Contains(o.Id));
        found = (filter.IsSearch, under == Guid.Empty) switch
        {
            (true, true) => found,
            (true, false) => found.Where(o => paths.Any(p => p.DescendantId == o.Id && p.AncestorId == under)),
            (false, true) => found.Where(o => !paths.Any(p => p.DescendantId == o.Id && p.Depth == 1 && reach.Contains(p.AncestorId))),
            (false, false) => found.Where(o => paths.Any(p => p.DescendantId == o.Id && p.AncestorId == under && p.Depth == 1)),
        };
        found = filter.Closed
            ? found.Where(o => !details.Any(d => d.OrganizationId == o.Id))
            : found.Where(o => details.Any(d => d.OrganizationId == o.Id
                && (filter.Kind == OrganizationKind.None || d.Kind == filter.Kind) && (filter.Flag == OrganizationFlags.None || (d.Flags & filter.Flag) == filter.Flag)));
        if (filter.Q is { } typed)
        {
            var folded = NameFolding.Fold(typed);
            var code = typed.ToUpperInvariant();
            found = found.Where(o => o.NormalizedName.Contains(folded) || o.Code == code);
        }

        return found;
    }

    private IQueryable<OrganizationRow> Rows(IQueryable<Organization> found)
    {
        var today = clock.Today;
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && p.Depth == 1);
        var memberships = db.Memberships.On(today);
        var (current, known) = (db.OrganizationDetails.On(today), db.OrganizationDetails.Known());
        return
            from organization in found
            let details = known.Where(d => d.OrganizationId == organization.Id && (d.From <= today || !known.Any(e => e.OrganizationId == organization.Id && e.From <= today)))
                .OrderByDescending(d => d.From).First()
            orderby details.Kind, organization.Name, organization.Code
            select new OrganizationRow(
                organization.Code, organization.Name, details.Kind, details.Stages, details.Flags, details.Area,
                db.Organizations.Where(o => paths.Any(p => p.DescendantId == organization.Id && p.AncestorId == o.Id)).Select(o => o.Name).FirstOrDefault(),
                paths.Count(p => p.AncestorId == organization.Id && current.Any(d => d.OrganizationId == p.DescendantId)),
                memberships.Where(m => m.OrganizationId == organization.Id).Select(m => m.PersonId).Distinct().Count());
    }
}

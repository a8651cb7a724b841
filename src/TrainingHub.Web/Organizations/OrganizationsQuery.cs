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
        var rows = await Rows(found, filter).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        var mayCreate = under != Guid.Empty && (await scope.OnAsync(under, cancel)).Contains(Capability.ManageOrganizations);
        return new OrganizationsPage(filter, await AboveAsync(under, cancel), rows, pages, mayCreate);
    }

    /// <summary>Every row that the filter finds, for export; null when the unit named in the filter is out of reach.</summary>
    public async Task<IAsyncEnumerable<OrganizationRow>?> ExportAsync(OrganizationsFilter filter, CancellationToken cancel) =>
        await FindUnderAsync(filter, cancel) is { } under ? Rows(Find(filter, under), filter).AsAsyncEnumerable() : null;

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
        var found = db.Organizations.AsNoTracking().Where(o => reach.Contains(o.Id));
        found = (filter.IsSearch, under == Guid.Empty) switch
        {
            (true, true) => found,
            (true, false) => found.Where(o => paths.Any(p => p.DescendantId == o.Id && p.AncestorId == under)),
            (false, true) => found.Where(o => !paths.Any(p => p.DescendantId == o.Id && p.Depth == 1 && reach.Contains(p.AncestorId))),
            (false, false) => found.Where(o => paths.Any(p => p.DescendantId == o.Id && p.AncestorId == under && p.Depth == 1)),
        };
        var last = Last(filter.State, today);
        found = found.Where(o => last.Any(d => d.OrganizationId == o.Id
            && (filter.Kind == OrganizationKind.None || d.Kind == filter.Kind) && (filter.Flag == OrganizationFlags.None || (d.Flags & filter.Flag) == filter.Flag)));
        if (filter.Q is { } typed)
        {
            var folded = NameFolding.Fold(typed);
            var code = typed.ToUpperInvariant();
            found = found.Where(o => o.NormalizedName.Contains(folded) || o.Code == code);
        }

        return found;
    }

    /// <summary>What every organization in that state is today, was last or will be last: one row each.</summary>
    private IQueryable<OrganizationDetails> Last(OrganizationState state, DateOnly today)
    {
        var known = db.OrganizationDetails.Known();
        return state switch
        {
            OrganizationState.Closed => known.Where(d => d.Until < today && !known.Any(later => later.OrganizationId == d.OrganizationId && later.From > d.From)),
            OrganizationState.Coming => known.Where(d => d.From > today
                && !known.Any(other => other.OrganizationId == d.OrganizationId && (other.From <= today || other.From > d.From))),
            _ => db.OrganizationDetails.On(today),
        };
    }

    private IQueryable<OrganizationRow> Rows(IQueryable<Organization> found, OrganizationsFilter filter)
    {
        var today = clock.Today;
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && p.Depth == 1);
        var memberships = db.Memberships.On(today);
        var (existing, known) = (db.OrganizationDetails.On(today), db.OrganizationDetails.Known());
        var lines =
            from organization in found
            join details in Last(filter.State, today) on organization.Id equals details.OrganizationId
            select new Line
            {
                Organization = organization,
                Details = details,
                Parent = db.Organizations.Where(o => paths.Any(p => p.DescendantId == organization.Id && p.AncestorId == o.Id)).Select(o => o.Name).FirstOrDefault(),
                Units = paths.Count(p => p.AncestorId == organization.Id && existing.Any(d => d.OrganizationId == p.DescendantId)),
                People = memberships.Where(m => m.OrganizationId == organization.Id).Select(m => m.PersonId).Distinct().Count(),
            };
        return InOrder(lines, filter).ThenBy(line => line.Organization.NormalizedName).ThenBy(line => line.Organization.Code).Select(line => new OrganizationRow(
            line.Organization.Code, line.Organization.Name, line.Details.Kind, line.Details.Stages, line.Details.Flags, line.Details.Area, line.Parent, line.Units, line.People,
            known.Where(d => d.OrganizationId == line.Organization.Id).Min(d => d.From), line.Details.Until));
    }

    private static IOrderedQueryable<Line> InOrder(IQueryable<Line> lines, OrganizationsFilter filter) => filter.Order switch
    {
        (OrganizationSort.Name, var isDown) => lines.OrderBy(line => line.Organization.NormalizedName, isDown),
        (OrganizationSort.Parent, var isDown) => lines.OrderBy(line => line.Parent, isDown),
        (OrganizationSort.Units, var isDown) => lines.OrderBy(line => line.Units, isDown),
        (OrganizationSort.People, var isDown) => lines.OrderBy(line => line.People, isDown),
        (OrganizationSort.Until, var isDown) => lines.OrderBy(line => line.Details.Until, isDown),
        (_, var isDown) => lines.OrderBy(line => line.Details.Kind, isDown),
    };

    private sealed class Line
    {
        public required Organization Organization { get; init; }
        public required OrganizationDetails Details { get; init; }
        public required string? Parent { get; init; }
        public required int Units { get; init; }
        public required int People { get; init; }
    }
}

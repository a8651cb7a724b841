using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Finds the organization that somebody named by code or full name, among those offered.</summary>
public sealed class FindOrganization(Db db, DayClock clock)
{
    /// <returns>The ids that fit: one when it is clear, none, or two when the name is not enough.</returns>
    public async Task<IReadOnlyList<Guid>> RunAsync(string? codeOrName, IQueryable<Guid> among, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(codeOrName))
        {
            return [];
        }

        var (code, folded) = (codeOrName.Trim().ToUpperInvariant(), NameFolding.Fold(codeOrName));
        var found = await db.Organizations.Where(o => (o.Code == code || o.NormalizedName == folded) && among.Contains(o.Id))
            .OrderByDescending(o => o.Code == code).Select(o => new { o.Id, o.Code }).Take(2).ToListAsync(cancel);
        return found is [{ } first, ..] && string.Equals(first.Code, code, StringComparison.Ordinal) ? [first.Id] : [.. found.Select(o => o.Id)];
    }

    /// <summary>Names to offer while typing: the first two hundred that are not closed.</summary>
    public async Task<IReadOnlyList<OrganizationLink>> SuggestAsync(IQueryable<Guid> among, CancellationToken cancel)
    {
        var today = clock.Today;
        return await db.Organizations.Where(o => among.Contains(o.Id) && db.OrganizationDetails.Any(d => d.OrganizationId == o.Id && d.SupersededAt == null && d.Until >= today))
            .OrderBy(o => o.Name).Take(200).Select(o => new OrganizationLink(o.Code, o.Name)).ToListAsync(cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>The posts that rosters of units may name: shipped ones, and those of the bureaus above and below.</summary>
public sealed class ImportPositions(Db db, DayClock clock)
{
    /// <summary>In the order of the catalogue.</summary>
    public async Task<List<KnownPosition>> ListAsync(IReadOnlyCollection<Guid> named, CancellationToken cancel)
    {
        var today = clock.Today;
        var paths = db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until);
        var above = paths.Where(path => named.Contains(path.DescendantId)).Select(path => (Guid?)path.AncestorId);
        var below = paths.Where(path => named.Contains(path.AncestorId)).Select(path => (Guid?)path.DescendantId);
        var positions = await db.Positions.AsNoTracking()
            .Where(position => position.OrganizationId == null || above.Contains(position.OrganizationId) || below.Contains(position.OrganizationId))
            .OrderBy(position => position.SortOrder).ToListAsync(cancel);
        return [.. positions.Select(position => new KnownPosition(position.Id, position.Name,
            [NameFolding.Fold(position.Name), NameFolding.Fold(position.NameEn), NameFolding.Fold(position.Code), .. position.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(NameFolding.Fold)],
            position.OrganizationId is not null))];
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>A frozen figure beside the one of the same day by all that we know now, and the names that differ.</summary>
public sealed class RestatedQuery(Db db, TargetQuery targets, FigureAsOf figures, SnapshotPeopleQuery people)
{
    /// <summary>Null when the target has no rule for the day any more.</summary>
    public async Task<(CoverageFigure Figure, IReadOnlyList<RestatedName> Names)?> ReadAsync(SnapshotPlace place, CancellationToken cancel)
    {
        var frozen = place.Snapshot.Target;
        if (await targets.FindAsOfAsync(frozen.Slug, frozen.Today, null, cancel) is not { } target)
        {
            return null;
        }

        var restated = await figures.NamesAsync(target, place.Choice, cancel);
        var now = restated.Names.ToDictionary(s => (s.PersonId, s.OrganizationId, s.Position), s => s.Kind);
        return (restated.Total, Restatement.Compare(await people.StandingsAsync(place, cancel), now));
    }

    /// <summary>Some of the names in words.</summary>
    public async Task<List<RestatedRow>> RowsAsync(SnapshotPlace place, IReadOnlyList<RestatedName> names, Pages pages, CancellationToken cancel)
    {
        var shown = names.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToList();
        var (snapshotId, ids, units) = (place.Snapshot.Id, shown.ConvertAll(name => name.PersonId), shown.ConvertAll(name => name.OrganizationId));
        var frozen = (await (
            from line in db.SnapshotLines
            where line.SnapshotId == snapshotId && ids.Contains(line.PersonId)
            join name in db.RecordNames on line.NamesId equals name.RecordId
            select new { line.PersonId, name.PersonName, IsAnonymous = name.Salt == "" }).ToListAsync(cancel)).ToLookup(row => row.PersonId);
        var persons = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, IsAnonymous = p.AnonymizedAt != null }).ToDictionaryAsync(p => p.Id, cancel);
        var organizations = await db.Organizations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return shown.ConvertAll(name => new RestatedRow(
            frozen[name.PersonId].FirstOrDefault() is { } then ? then.IsAnonymous ? null : then.PersonName : persons[name.PersonId].IsAnonymous ? null : persons[name.PersonId].Name,
            organizations[name.OrganizationId], name.Position, name.Before, name.Now));
    }
}

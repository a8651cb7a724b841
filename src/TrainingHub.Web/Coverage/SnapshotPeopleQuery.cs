using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>The frozen names of a unit: text of their day, for whoever may read the names there today.</summary>
public sealed class SnapshotPeopleQuery(Db db, Scope scope)
{
    public Task<Dictionary<StandingKind, int>> KindsAsync(SnapshotPlace place, CancellationToken cancel) =>
        Below(place).GroupBy(l => l.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    public Task<int> CountAsync(SnapshotPlace place, PeopleFilter filter, CancellationToken cancel) => Filtered(place, filter).CountAsync(cancel);

    public Task<List<PersonRow>> PageAsync(SnapshotPlace place, PeopleFilter filter, Pages pages, CancellationToken cancel) =>
        Rows(place, filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<PersonRow> AllAsync(SnapshotPlace place, PeopleFilter filter) => Rows(place, filter).AsAsyncEnumerable();

    /// <summary>Every line of the unit by person, organization and post.</summary>
    public async Task<Dictionary<(Guid PersonId, Guid OrganizationId, CorePosition Position), StandingKind>> StandingsAsync(SnapshotPlace place, CancellationToken cancel) =>
        await (
            from line in Below(place)
            join unit in db.SnapshotUnits on new { line.SnapshotId, Number = line.UnitNumber } equals new { unit.SnapshotId, unit.Number }
            select new { line.PersonId, unit.OrganizationId, line.Position, line.Kind })
            .ToDictionaryAsync(row => (row.PersonId, row.OrganizationId, row.Position), row => row.Kind, cancel);

    private IQueryable<PersonRow> Rows(SnapshotPlace place, PeopleFilter filter)
    {
        var reach = scope.Organizations(Capability.ReadCoverage);
        var found =
            from line in Filtered(place, filter)
            join names in db.RecordNames on line.NamesId equals names.RecordId
            join unit in db.SnapshotUnits on new { line.SnapshotId, Number = line.UnitNumber } equals new { unit.SnapshotId, unit.Number }
            select new { line, names, unit };
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            PeopleSort.Name => found.OrderBy(f => f.names.PersonName, isDown),
            PeopleSort.Post => found.OrderBy(f => f.line.Position, isDown),
            PeopleSort.Day => found.OrderBy(f => f.line.CompletionDay, isDown),
            _ => found.OrderBy(f => f.unit.Number, isDown),
        };
        return
            from row in ordered.ThenBy(f => f.line.Number)
            from above in db.SnapshotUnits.Where(u => u.SnapshotId == row.unit.SnapshotId && u.Number == row.unit.Above).DefaultIfEmpty()
            from counted in db.SnapshotUnits.Where(u => u.SnapshotId == row.unit.SnapshotId && u.Number == row.line.CountedAtUnit && reach.Contains(u.OrganizationId)).DefaultIfEmpty()
            select new PersonRow
            {
                PersonId = row.line.PersonId,
                Name = row.names.PersonName,
                IsAnonymous = row.names.Salt == "",
                Position = row.line.Position,
                OrganizationName = row.unit.Name,
                AboveName = above.Name,
                Reason = (MissingReason)(row.line.Reason ?? 1),
                Evidence = row.line.Evidence,
                CompletionDay = row.line.CompletionDay,
                Why = row.line.Why,
                ExcludedFrom = row.line.ExcludedFrom,
                ExcludedUntil = row.line.ExcludedUntil,
                IsCountedElsewhere = row.line.CountedAtPosition != null,
                CountedAtName = counted.Name,
                CountedAtPosition = row.line.CountedAtPosition,
                IsInReach = false,
            };
    }

    private IQueryable<SnapshotLine> Filtered(SnapshotPlace place, PeopleFilter filter)
    {
        var kind = filter.Kind;
        var lines = Below(place).Where(l => l.Kind == kind);
        if (filter.Position is { } position)
        {
            lines = lines.Where(l => l.Position == position);
        }

        if (filter is { Kind: StandingKind.Missing, Reason: { } reason })
        {
            var number = (int)reason;
            lines = lines.Where(l => l.Reason == number);
        }

        if (filter.Name is { Length: > 0 } name)
        {
            lines = lines.Where(l => db.RecordNames.Any(n => n.RecordId == l.NamesId && n.PersonName.Contains(name)));
        }

        return lines;
    }

    private IQueryable<SnapshotLine> Below(SnapshotPlace place)
    {
        var (id, first, last) = (place.Snapshot.Id, place.Unit.Number, place.Unit.Last);
        return db.SnapshotLines.AsNoTracking().Where(l => l.SnapshotId == id && first <= l.UnitNumber && l.UnitNumber <= last);
    }
}

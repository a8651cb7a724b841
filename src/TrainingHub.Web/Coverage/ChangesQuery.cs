using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// What moved on the roster and among the exclusions of a figure in the thirty days up to its cut-off day (included): who joined or left
/// just before the count, and who recorded it. For a target with a moment all of it, units and their names too, is as it was known then.
/// </summary>
public sealed class ChangesQuery(Db db, FigureQuery figures, Scope scope)
{
    public const int Days = 30;

    /// <summary>The first day looked at.</summary>
    public static DateOnly First(TargetSummary target) => target.CutOff.AddDays(1 - Days);

    /// <summary>How many of each kind, whatever else is filtered.</summary>
    public Task<Dictionary<RecentChangeKind, int>> KindsAsync(TargetSummary target, Guid unit, CancellationToken cancel) =>
        Changes(target, unit).GroupBy(c => c.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    public Task<int> CountAsync(TargetSummary target, Guid unit, ChangesFilter filter, CancellationToken cancel) =>
        Filtered(target, unit, filter).CountAsync(cancel);

    public Task<List<ChangeRow>> PageAsync(TargetSummary target, Guid unit, ChangesFilter filter, Pages pages, CancellationToken cancel) =>
        Rows(target, unit, filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);

    /// <summary>The latest so many.</summary>
    public Task<List<ChangeRow>> LatestAsync(TargetSummary target, Guid unit, int most, CancellationToken cancel) =>
        Rows(target, unit, new ChangesFilter()).Take(most).ToListAsync(cancel);

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<ChangeRow> AllAsync(TargetSummary target, Guid unit, ChangesFilter filter) => Rows(target, unit, filter).AsAsyncEnumerable();

    private IQueryable<ChangeRow> Rows(TargetSummary target, Guid unit, ChangesFilter filter)
    {
        var (reachedPeople, isThen, dated) = (scope.People(Capability.ReadPeople).Select(p => p.Id), target.Moment is not null, db.DetailsOf(target));
        var found =
            from change in Filtered(target, unit, filter)
            join person in db.People on change.PersonId equals person.Id
            join organization in db.Organizations on change.OrganizationId equals organization.Id
            select new { change, person, organization };
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            ChangeSort.Name => found.OrderBy(f => f.person.Name, isDown),
            ChangeSort.Unit => found.OrderBy(f => f.organization.Name, isDown),
            ChangeSort.Kind => found.OrderBy(f => f.change.Kind, isDown),
            _ => found.OrderBy(f => f.change.Day, isDown),
        };
        return
            from row in ordered.ThenByDescending(f => f.change.Day).ThenBy(f => f.person.Name).ThenBy(f => f.change.Id)
            from recorder in db.People.Where(p => p.Id == row.change.RecordedBy && p.AnonymizedAt == null).DefaultIfEmpty()
            from position in db.Positions.Where(p => p.Id == row.change.SubjectId).DefaultIfEmpty()
            from exclusion in db.Exclusions.Where(e => e.Id == row.change.SubjectId).DefaultIfEmpty()
            select new ChangeRow
            {
                Kind = row.change.Kind,
                PersonId = row.person.Id,
                Name = row.person.Name,
                IsAnonymous = row.person.AnonymizedAt != null,
                OrganizationName = isThen ? dated.Where(d => d.OrganizationId == row.organization.Id).Select(d => d.Name).FirstOrDefault() ?? row.organization.Name : row.organization.Name,
                PositionName = position.Name,
                PositionNameEn = position.NameEn,
                Why = (ExclusionReason?)exclusion.Why,
                Day = row.change.Day,
                RecordedAt = row.change.RecordedAt,
                RecordedBy = recorder.Name,
                Reason = row.change.Reason,
                IsInReach = reachedPeople.Contains(row.person.Id),
            };
    }

    private IQueryable<Change> Filtered(TargetSummary target, Guid unit, ChangesFilter filter)
    {
        var changes = Changes(target, unit);
        if (filter.Kind is { } kind)
        {
            changes = changes.Where(c => c.Kind == kind);
        }

        if (filter.Name is { Length: > 0 } name)
        {
            var folded = NameFolding.Fold(name);
            changes = changes.Where(c => db.People.Any(p => p.Id == c.PersonId && p.AnonymizedAt == null && p.NormalizedName.Contains(folded)));
        }

        return changes;
    }

    private IQueryable<Change> Changes(TargetSummary target, Guid unit)
    {
        var (first, last, posts, targetId) = (First(target), target.CutOff, target.Rule.Positions, target.Id);
        var (units, memberships, mappings, exclusions) =
            (Units(target, unit), db.Memberships.KnownAt(target.Moment), db.PositionMappings.KnownAt(target.Moment).Where(p => p.From <= last && last <= p.Until), db.Exclusions.KnownAt(target.Moment));
        var held = memberships.Where(m => units.Any(place => place.Id == m.OrganizationId) && mappings.Any(p => p.PositionId == m.PositionId && (p.Core & posts) != CorePosition.None));
        // The last day in office lies one day before the first day without the post.
        var (endedFrom, endedUntil) = (first.AddDays(-1), last.AddDays(-1));
        return held.Where(m => first <= m.From && m.From <= last).Select(m => new Change
        {
            Kind = RecentChangeKind.Begun,
            Id = m.Id,
            PersonId = m.PersonId,
            OrganizationId = m.OrganizationId,
            SubjectId = m.PositionId,
            Day = m.From,
            // Later rows of the fact say when it ended, not who let it begin.
            RecordedAt = db.Memberships.Where(x => x.FactId == m.FactId && x.From == m.From).Min(x => x.RecordedAt),
            RecordedBy = db.Memberships.Where(x => x.FactId == m.FactId && x.From == m.From).OrderBy(x => x.RecordedAt).Select(x => x.RecordedBy).First(),
            Reason = db.Memberships.Where(x => x.FactId == m.FactId && x.From == m.From).OrderBy(x => x.RecordedAt).Select(x => x.Reason).First(),
        })
            .Concat(held.Where(m => endedFrom <= m.Until && m.Until <= endedUntil).Select(m => new Change
            {
                Kind = RecentChangeKind.Ended,
                Id = m.Id,
                PersonId = m.PersonId,
                OrganizationId = m.OrganizationId,
                SubjectId = m.PositionId,
                Day = m.Until.AddDays(1),
                RecordedAt = m.RecordedAt,
                RecordedBy = m.RecordedBy,
                Reason = m.Reason,
            }))
            .Concat(exclusions.Where(e => e.TargetId == targetId && e.State == ExclusionState.Approved && units.Any(place => place.Id == e.OrganizationId) && first <= e.From && e.From <= last)
                .Select(e => new Change
                {
                    Kind = RecentChangeKind.Excluded,
                    Id = e.Id,
                    PersonId = e.PersonId,
                    OrganizationId = e.OrganizationId,
                    SubjectId = e.Id,
                    Day = e.From,
                    RecordedAt = e.RecordedAt,
                    RecordedBy = e.RecordedBy,
                    Reason = e.Reason,
                }))
            .Concat(exclusions.Where(e => e.TargetId == targetId && e.State == ExclusionState.Withdrawn && units.Any(place => place.Id == e.OrganizationId) && first <= e.From && e.From <= last)
                .Select(e => new Change
                {
                    Kind = RecentChangeKind.Withdrawn,
                    Id = e.Id,
                    PersonId = e.PersonId,
                    OrganizationId = e.OrganizationId,
                    SubjectId = e.Id,
                    Day = e.From,
                    RecordedAt = e.RecordedAt,
                    RecordedBy = e.RecordedBy,
                    Reason = e.Reason,
                }));
    }

    /// <summary>The organizations of the population at a unit and below it: those with cells or, at a moment, those that were known then.</summary>
    private IQueryable<Place> Units(TargetSummary target, Guid unit)
    {
        if (target.Moment is null)
        {
            return figures.UnitsBelow(target, unit).Select(id => new Place { Id = id });
        }

        var (kinds, required, excluded) = (target.Rule.Kinds, target.Rule.RequiredFlags, target.Rule.ExcludedFlags);
        return
            from path in db.PathsOf(target)
            where path.AncestorId == unit
            join detail in db.DetailsOf(target) on path.DescendantId equals detail.OrganizationId
            where (kinds & detail.Kind) != OrganizationKind.None && (detail.Flags & required) == required && (detail.Flags & excluded) == OrganizationFlags.None
            select new Place { Id = path.DescendantId };
    }

    /// <summary>Of units asked for one by one: few posts begin or end in a month, and many stand in the units.</summary>
    private sealed class Place
    {
        public required Guid Id { get; init; }
    }

    private sealed class Change
    {
        public required RecentChangeKind Kind { get; init; }
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required Guid OrganizationId { get; init; }

        /// <summary>The catalogue's entry of a post, or the exclusion.</summary>
        public required Guid SubjectId { get; init; }
        public required DateOnly Day { get; init; }
        public required DateTime RecordedAt { get; init; }
        public Guid? RecordedBy { get; init; }
        public string? Reason { get; init; }
    }
}

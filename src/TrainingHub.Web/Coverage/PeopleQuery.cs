using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// The names behind a unit's figure, and for each the reason. Everything is looked up by the database, so many people cost no more statements than one. How many
/// there are and in which organizations is read from the cells, which are their sums: the first page of a whole city's list must not touch all of its people.
/// </summary>
public sealed class PeopleQuery(Db db, FigureQuery figures, Scope scope)
{
    /// <summary>Above so many missing their reasons are not counted unless asked for: each has to be looked up.</summary>
    public const int MostReasons = 2000;

    /// <summary>How many there are of each kind, whatever else is filtered.</summary>
    public async Task<Dictionary<StandingKind, int>> KindsAsync(TargetSummary target, Guid unit, CancellationToken cancel)
    {
        var total = await figures.SumAsync(target, unit, cancel);
        var kinds = new Dictionary<StandingKind, int>
        {
            [StandingKind.Missing] = total.Missing,
            [StandingKind.Covered] = total.Covered,
            [StandingKind.Excluded] = total.Excluded,
            [StandingKind.CountedElsewhere] = total.Elsewhere,
        };
        if (target.Roster != target.CutOff)
        {
            // Who came or left between two days is in no sum; between one day and itself is nobody.
            await foreach (var row in Below(target, unit).Where(s => s.Kind == StandingKind.Arrived || s.Kind == StandingKind.Left)
                .GroupBy(s => s.Kind).Select(group => new { group.Key, Count = group.Count() }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                kinds[row.Key] = row.Count;
            }
        }

        return kinds;
    }

    /// <summary>How many of the missing there are for each reason, within post and name; none when there are more than <see cref="MostReasons"/>.</summary>
    public async Task<Dictionary<MissingReason, int>> ReasonsAsync(TargetSummary target, Guid unit, PeopleFilter filter, CancellationToken cancel) =>
        await CountAsync(target, unit, filter with { Reason = null }, cancel) > MostReasons ? [] : await Reasoned(target, Filtered(target, unit, filter))
            .GroupBy(row => row.Reason).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    public Task<int> CountAsync(TargetSummary target, Guid unit, PeopleFilter filter, CancellationToken cancel) =>
        filter is { Kind: StandingKind.Missing, Reason: { } reason }
            ? Reasoned(target, Filtered(target, unit, filter)).CountAsync(row => row.Reason == reason, cancel)
            : IsSummed(filter) ? Summed(target, unit, filter).SumAsync(row => row.Count, cancel)
            : Filtered(target, unit, filter).CountAsync(cancel);

    public async Task<List<PersonRow>> PageAsync(TargetSummary target, Guid unit, PeopleFilter filter, Pages pages, CancellationToken cancel)
    {
        var (skipped, organizations) = ((pages.Page - 1) * pages.Length, (List<Guid>?)null);
        if (IsSummed(filter) && filter.Order.Column is PeopleSort.Unit)
        {
            (organizations, skipped) = await OrganizationsAsync(target, unit, filter, skipped, pages.Length, cancel);
        }

        var rows = await Rows(target, unit, filter, organizations).Skip(skipped).Take(pages.Length).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.PersonId);
        var reached = (await scope.People(Capability.ReadPeople).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel)).ToHashSet();
        return rows.ConvertAll(row => row with { IsInReach = reached.Contains(row.PersonId) });
    }

    /// <summary>All of them, one after the other; whether the reader reaches them is not looked up.</summary>
    public IAsyncEnumerable<PersonRow> AllAsync(TargetSummary target, Guid unit, PeopleFilter filter) => Rows(target, unit, filter, null).AsAsyncEnumerable();

    /// <summary>Whether cells say how many the filter finds in each organization.</summary>
    private static bool IsSummed(PeopleFilter filter) => filter is { Reason: null, Name: not { Length: > 0 } } or { Kind: not StandingKind.Missing, Name: not { Length: > 0 } }
        && filter.Kind is StandingKind.Missing or StandingKind.Covered or StandingKind.Excluded or StandingKind.CountedElsewhere;

    /// <summary>The organizations whose people make up a page, and how many people of the first belong to earlier pages.</summary>
    private async Task<(List<Guid> Organizations, int Skipped)> OrganizationsAsync(
        TargetSummary target, Guid unit, PeopleFilter filter, int first, int length, CancellationToken cancel)
    {
        var sums =
            from sum in Summed(target, unit, filter)
            join organization in db.Organizations on sum.OrganizationId equals organization.Id
            select new { organization.Id, organization.Name, sum.Count };
        var (organizations, before, skipped) = (new List<Guid>(), 0, 0);
        await foreach (var sum in sums.OrderBy(s => s.Name, filter.Order.IsDown).ThenBy(s => s.Name).ThenBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (before >= first + length)
            {
                break;
            }

            if (before + sum.Count > first)
            {
                skipped = organizations.Count == 0 ? first - before : skipped;
                organizations.Add(sum.Id);
            }

            before += sum.Count;
        }

        return (organizations, skipped);
    }

    private IQueryable<OrganizationSum> Summed(TargetSummary target, Guid unit, PeopleFilter filter)
    {
        var (kind, cells) = (filter.Kind, figures.Below(target, unit));
        if (filter.Position is { } position)
        {
            cells = cells.Where(c => c.Position == position);
        }

        if (filter is not { Stage: null, Flag: null })
        {
            var having = db.DetailsOf(target).With(filter.Stage, filter.Flag);
            cells = cells.Where(c => having.Any(d => d.OrganizationId == c.OrganizationId));
        }

        return cells.GroupBy(c => c.OrganizationId).Select(group => new OrganizationSum
        {
            OrganizationId = group.Key,
            Count = group.Sum(c =>
                kind == StandingKind.Missing ? c.Counted - c.Covered
                : kind == StandingKind.Covered ? c.Covered
                : kind == StandingKind.Excluded ? c.Excluded
                : c.Elsewhere),
        }).Where(sum => sum.Count > 0);
    }

    private IQueryable<PersonRow> Rows(TargetSummary target, Guid unit, PeopleFilter filter, List<Guid>? organizations)
    {
        var (day, reachedUnits) = (target.CutOff, scope.Organizations(Capability.ReadCoverage));
        var standings = organizations is null ? Filtered(target, unit, filter) : Filtered(target, unit, filter).Where(s => organizations.Contains(s.OrganizationId));
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= day && day <= p.Until && p.Depth == 1);
        // Only the missing need a reason looked up.
        var reasoned = filter.Kind is StandingKind.Missing
            ? Reasoned(target, standings)
            : standings.Select(standing => new Reasoning { Standing = standing, Reason = MissingReason.NotStarted });
        if (filter is { Kind: StandingKind.Missing, Reason: { } reason })
        {
            reasoned = reasoned.Where(row => row.Reason == reason);
        }

        var found =
            from row in reasoned
            join person in db.People on row.Standing.PersonId equals person.Id
            join organization in db.Organizations on row.Standing.OrganizationId equals organization.Id
            from record in db.TrainingRecords.Where(r => r.Id == row.Standing.RecordId).DefaultIfEmpty()
            select new { row, person, organization, record };
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            PeopleSort.Name => found.OrderBy(f => f.person.Name, isDown),
            PeopleSort.Post => found.OrderBy(f => f.row.Standing.Position, isDown),
            PeopleSort.Day => found.OrderBy(f => (DateOnly?)f.record.CompletionDay, isDown),
            _ => found.OrderBy(f => f.organization.Name, isDown),
        };
        return
            from all in ordered.ThenBy(f => f.organization.Name).ThenBy(f => f.organization.Id).ThenBy(f => f.row.Standing.Position).ThenBy(f => f.person.Name).ThenBy(f => f.person.Id)
            let row = all.row
            let person = all.person
            let organization = all.organization
            let record = all.record
            from exclusion in db.Exclusions.Where(e => e.Id == row.Standing.ExclusionId).DefaultIfEmpty()
            from counted in db.Organizations.Where(o => o.Id == row.Standing.CountedAtOrganizationId && reachedUnits.Contains(o.Id)).DefaultIfEmpty()
            select new PersonRow
            {
                PersonId = person.Id,
                Name = person.Name,
                IsAnonymous = person.AnonymizedAt != null,
                Phone = person.Phone,
                Position = row.Standing.Position,
                OrganizationName = organization.Name,
                AboveName = paths.Where(p => p.DescendantId == organization.Id).Join(db.Organizations, p => p.AncestorId, o => o.Id, (p, o) => o.Name).FirstOrDefault(),
                Reason = row.Reason,
                Evidence = (Records.Evidence?)record.Evidence,
                CompletionDay = (DateOnly?)record.CompletionDay,
                Why = (ExclusionReason?)exclusion.Why,
                ExcludedFrom = (DateOnly?)exclusion.From,
                ExcludedUntil = (DateOnly?)exclusion.Until,
                IsCountedElsewhere = row.Standing.CountedAtOrganizationId != null,
                CountedAtName = counted.Name,
                CountedAtPosition = row.Standing.CountedAtPosition,
            };
    }

    private IQueryable<CoverageStanding> Filtered(TargetSummary target, Guid unit, PeopleFilter filter)
    {
        var kind = filter.Kind;
        var standings = Below(target, unit).Where(s => s.Kind == kind);
        if (filter.Position is { } position)
        {
            standings = standings.Where(s => s.Position == position);
        }

        if (filter is not { Stage: null, Flag: null })
        {
            var having = db.DetailsOf(target).With(filter.Stage, filter.Flag);
            standings = standings.Where(s => having.Any(d => d.OrganizationId == s.OrganizationId));
        }

        if (filter.Name is { Length: > 0 } name)
        {
            var folded = NameFolding.Fold(name);
            standings = standings.Where(s => db.People.Any(p => p.Id == s.PersonId && p.AnonymizedAt == null && p.NormalizedName.Contains(folded)));
        }

        return standings;
    }

    private IQueryable<Reasoning> Reasoned(TargetSummary target, IQueryable<CoverageStanding> standings)
    {
        var programmeId = target.Terms.ProgrammeId;
        var (courseSlug, quizSlug) = target.ProgrammeRule is ProgrammeRule rule ? (rule.CourseSlug, rule.QuizSlug) : ("", "");
        return standings.Select(standing => new Reasoning
        {
            Standing = standing,
            Reason =
                db.TrainingRecords.Any(r => r.PersonId == standing.PersonId && r.ProgrammeId == programmeId && db.Revocations.Any(v => v.RecordId == r.Id)) ? MissingReason.Revoked
                : db.TrainingRecords.Any(r => r.PersonId == standing.PersonId && r.ProgrammeId == programmeId) ? MissingReason.RecordOutside
                : db.Attempts.Any(a => a.PersonId == standing.PersonId && a.QuizSlug == quizSlug && a.Passed == false) ? MissingReason.Failed
                : db.Attempts.Any(a => a.PersonId == standing.PersonId && a.QuizSlug == quizSlug)
                    || db.LessonCompletions.Any(l => l.PersonId == standing.PersonId && l.CourseSlug == courseSlug)
                    || db.CheckAnswers.Any(c => c.PersonId == standing.PersonId && c.CourseSlug == courseSlug) ? MissingReason.Learning
                : MissingReason.NotStarted,
        });
    }

    private IQueryable<CoverageStanding> Below(TargetSummary target, Guid unit)
    {
        var (id, day) = (target.Id, target.CutOff);
        return db.CoverageStandings.AsNoTracking().Where(s => s.TargetId == id && db.OrganizationPaths.Any(p =>
            p.AncestorId == unit && p.DescendantId == s.OrganizationId && p.SupersededAt == null && p.From <= day && day <= p.Until));
    }

    private sealed class Reasoning
    {
        public required CoverageStanding Standing { get; init; }
        public MissingReason Reason { get; init; }
    }

    private sealed class OrganizationSum
    {
        public required Guid OrganizationId { get; init; }
        public required int Count { get; init; }
    }
}

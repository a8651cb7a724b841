using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>The names behind a unit's figure, and for each the reason. Everything is looked up by the database, so many people cost no more statements than one.</summary>
public sealed class PeopleQuery(Db db, Scope scope)
{
    /// <summary>How many there are of each kind, whatever else is filtered.</summary>
    public Task<Dictionary<StandingKind, int>> KindsAsync(TargetSummary target, Guid unit, CancellationToken cancel) =>
        Below(target, unit).GroupBy(s => s.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    /// <summary>How many of the missing there are for each reason, within post and name.</summary>
    public Task<Dictionary<MissingReason, int>> ReasonsAsync(TargetSummary target, Guid unit, PeopleFilter filter, CancellationToken cancel) =>
        Reasoned(target, Filtered(target, unit, filter)).GroupBy(row => row.Reason).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    public Task<int> CountAsync(TargetSummary target, Guid unit, PeopleFilter filter, CancellationToken cancel) =>
        filter is { Kind: StandingKind.Missing, Reason: { } reason }
            ? Reasoned(target, Filtered(target, unit, filter)).CountAsync(row => row.Reason == reason, cancel)
            : Filtered(target, unit, filter).CountAsync(cancel);

    public Task<List<PersonRow>> PageAsync(TargetSummary target, Guid unit, PeopleFilter filter, Pages pages, CancellationToken cancel) =>
        Rows(target, unit, filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<PersonRow> AllAsync(TargetSummary target, Guid unit, PeopleFilter filter) => Rows(target, unit, filter).AsAsyncEnumerable();

    private IQueryable<PersonRow> Rows(TargetSummary target, Guid unit, PeopleFilter filter)
    {
        var (day, reachedUnits, reachedPeople) = (target.CutOff, scope.Organizations(Capability.ReadCoverage), scope.People(Capability.ReadPeople).Select(p => p.Id));
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= day && day <= p.Until && p.Depth == 1);
        // Only the missing need a reason looked up.
        var reasoned = filter.Kind is StandingKind.Missing
            ? Reasoned(target, Filtered(target, unit, filter))
            : Filtered(target, unit, filter).Select(standing => new Reasoning { Standing = standing, Reason = MissingReason.NotStarted });
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
                AboveName = db.Organizations.Where(o => paths.Any(p => p.DescendantId == organization.Id && p.AncestorId == o.Id)).Select(o => o.Name).FirstOrDefault(),
                Reason = row.Reason,
                Evidence = (Records.Evidence?)record.Evidence,
                CompletionDay = (DateOnly?)record.CompletionDay,
                Why = (ExclusionReason?)exclusion.Why,
                ExcludedFrom = (DateOnly?)exclusion.From,
                ExcludedUntil = (DateOnly?)exclusion.Until,
                IsCountedElsewhere = row.Standing.CountedAtOrganizationId != null,
                CountedAtName = counted.Name,
                CountedAtPosition = row.Standing.CountedAtPosition,
                IsInReach = reachedPeople.Contains(person.Id),
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
}

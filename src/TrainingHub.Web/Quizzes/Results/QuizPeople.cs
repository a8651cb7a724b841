using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>Attempts at a quiz, and who is expected to take it, as far as the current person reaches.</summary>
public sealed class QuizPeople(Db db, Scope scope, FindArranged arranged, DayClock clock)
{
    private IQueryable<OrganizationPath> Paths
    {
        get
        {
            var today = clock.Today;
            return db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until);
        }
    }

    /// <summary>A reached unit by its code; null out of reach.</summary>
    public Task<Organization?> UnitAsync(string code, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        return db.Organizations.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == code && reach.Contains(unit.Id), cancel);
    }

    /// <summary>The reached units that stand below no other reached one.</summary>
    public Task<List<Guid>> RootsAsync(CancellationToken cancel)
    {
        var (reach, paths) = (scope.Organizations(Capability.ManageQuizzes), Paths);
        return reach.Where(id => !paths.Any(path => path.DescendantId == id && path.Depth == 1 && reach.Contains(path.AncestorId))).Distinct().ToListAsync(cancel);
    }

    /// <summary>Units directly below these.</summary>
    public IQueryable<Guid> Children(IReadOnlyCollection<Guid> units) =>
        Paths.Where(path => path.Depth == 1 && units.Contains(path.AncestorId)).Select(path => path.DescendantId);

    /// <summary>People in reach, those of one unit's sub-tree if one is given.</summary>
    public IQueryable<Person> In(Guid? unitId)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes);
        if (unitId is not { } root)
        {
            return people;
        }

        var (memberships, paths) = (db.Memberships.On(clock.Today), Paths);
        return people.Where(person => paths.Any(path => path.AncestorId == root && path.DescendantId == memberships.Where(m => m.PersonId == person.Id)
            .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()));
    }

    /// <summary>
    /// Who takes part in an arranged quiz, today or, once its window is over, on the day it closed; of the quiz of a course whoever is counted by a
    /// target of a programme that it completes. Null when nobody was named: no programme names the quiz, or it is a draft or was withdrawn.
    /// </summary>
    /// <param name="slug">Of the quiz.</param>
    /// <param name="isOwing">Only those who have not completed the programme by whatever evidence; an arranged quiz is owed until it is begun.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<IQueryable<Guid>?> ExpectedAsync(string slug, bool isOwing, CancellationToken cancel)
    {
        if (await arranged.RunAsync(slug, cancel) is var (quiz, _))
        {
            var closed = clock.DayOf(quiz.ClosesAt);
            return quiz.Standing is QuizStanding.Published or QuizStanding.Closed ? db.AudienceOf(quiz, closed < clock.Today ? closed : clock.Today) : null;
        }

        var rules = db.RulesAsking(slug).On(clock.Today);
        return await rules.AnyAsync(cancel)
            ? from rule in rules
              join target in db.CoverageTargets on rule.ProgrammeId equals target.ProgrammeId
              join standing in db.CoverageStandings on target.Id equals standing.TargetId
              where standing.Kind == StandingKind.Missing || (!isOwing && standing.Kind == StandingKind.Covered)
              select standing.PersonId
            : null;
    }

    internal IQueryable<Sitting> Sittings(string slug, Guid? unitId)
    {
        var (memberships, people) = (db.Memberships.On(clock.Today), In(unitId));
        return
            from attempt in db.Attempts.AsNoTracking()
            where attempt.QuizSlug == slug
            join person in people on attempt.PersonId equals person.Id
            select new Sitting
            {
                Attempt = attempt,
                Person = person,
                UnitId = memberships.Where(m => m.PersonId == person.Id)
                    .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault(),
            };
    }

    /// <summary>Of these the graded attempts that count.</summary>
    internal async Task<IQueryable<Sitting>> CountingAsync(string slug, IQueryable<Sitting> sittings, CancellationToken cancel)
    {
        var (counts, graded) = (await CountsAsync(slug, cancel), sittings.Where(sitting => sitting.Attempt.Points != null));
        var counting = Counting(slug, counts);
        return counts is CountingAttempt.Best ? graded : graded.Where(sitting => counting.Any(attempt => attempt.Id == sitting.Attempt.Id));
    }

    /// <summary>Of everybody the graded attempts that count: the first or the last of each person; else all, of which the best counts.</summary>
    internal IQueryable<Attempt> Counting(string slug, CountingAttempt counts)
    {
        var graded = db.Attempts.Where(attempt => attempt.QuizSlug == slug && attempt.Points != null);
        return counts switch
        {
            CountingAttempt.First => graded.Where(attempt => !graded.Any(other => other.PersonId == attempt.PersonId && other.Number < attempt.Number)),
            CountingAttempt.Last => graded.Where(attempt => !graded.Any(other => other.PersonId == attempt.PersonId && other.Number > attempt.Number)),
            CountingAttempt.Best => graded,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Which attempt counts.</summary>
    public async Task<CountingAttempt> CountsAsync(string slug, CancellationToken cancel) =>
        await arranged.RunAsync(slug, cancel) is var (_, terms) ? terms.Counts : CountingAttempt.Best;

    /// <summary>Which of these units each unit lies in, or is.</summary>
    internal IQueryable<OrganizationPath> Within(IQueryable<Guid> units) => Paths.Where(path => units.Contains(path.AncestorId));
}

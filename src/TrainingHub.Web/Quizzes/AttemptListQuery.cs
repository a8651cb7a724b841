using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Attempts at a quiz of the people over whose quizzes the current person watches.</summary>
public sealed class AttemptListQuery(Db db, QuizReach reach, Scope scope, DayClock clock)
{
    /// <summary>The page; null when there is no such quiz.</summary>
    public async Task<AttemptListPage?> RunAsync(string slug, AttemptsFilter filter, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        var (attempts, order) = (Attempts(slug, filter), Sorting.Of(filter.Sort, AttemptSort.Started));
        var pages = Pages.Of(filter.Page, await attempts.CountAsync(cancel));
        var rows = await Rows(InOrder(attempts, order)).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return new AttemptListPage(slug, title, filter, rows, pages, order) { HasWaiting = await Attempts(slug, new AttemptsFilter { State = AttemptState.Marking }).AnyAsync(cancel) };
    }

    /// <summary>Every row of the filter; null when there is no such quiz.</summary>
    public async Task<IReadOnlyList<AttemptRow>?> ExportAsync(string slug, AttemptsFilter filter, CancellationToken cancel) =>
        await reach.WatchedTitleAsync(slug, cancel) is null
            ? null
            : await Rows(InOrder(Attempts(slug, filter), Sorting.Of(filter.Sort, AttemptSort.Started))).ToListAsync(cancel);

    /// <summary>One attempt with what was given; null when it is out of reach or not of this quiz.</summary>
    public async Task<AllowancePage?> FindAsync(string slug, Guid attemptId, AllowanceInput input, CancellationToken cancel)
    {
        var one = Attempts(slug, new AttemptsFilter()).Where(pair => pair.Attempt.Id == attemptId);
        return await reach.WatchedTitleAsync(slug, cancel) is { } title && await Rows(one).SingleOrDefaultAsync(cancel) is { } row
            ? new AllowancePage(slug, title, row, await db.AllowancesAsync(row.PersonId, slug, clock, cancel), input)
            : null;
    }

    private IQueryable<Pair> Attempts(string slug, AttemptsFilter filter)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes);
        if (filter.Q is { } name)
        {
            var folded = NameFolding.Fold(name);
            people = people.Where(person => person.AnonymizedAt == null && person.NormalizedName.Contains(folded));
        }

        var attempts = db.Attempts.AsNoTracking().Where(attempt => attempt.QuizSlug == slug);
        attempts = filter.State switch
        {
            AttemptState.Open => attempts.Where(attempt => attempt.SubmittedAt == null),
            AttemptState.Marking => attempts.Where(attempt => attempt.SubmittedAt != null && attempt.Passed == null),
            AttemptState.Passed => attempts.Where(attempt => attempt.Passed == true),
            AttemptState.NotPassed => attempts.Where(attempt => attempt.Passed == false),
            _ => attempts,
        };
        return from attempt in attempts join person in people on attempt.PersonId equals person.Id select new Pair { Attempt = attempt, Person = person };
    }

    private static IQueryable<Pair> InOrder(IQueryable<Pair> pairs, (AttemptSort Column, bool IsDown) order) => (order switch
    {
        (AttemptSort.Name, var isDown) => pairs.OrderBy(pair => pair.Person.NormalizedName, isDown),
        (AttemptSort.Number, var isDown) => pairs.OrderBy(pair => pair.Attempt.Number, isDown),
        (AttemptSort.Points, var isDown) => pairs.OrderBy(pair => pair.Attempt.Points, isDown),
        (_, var isDown) => pairs.OrderBy(pair => pair.Attempt.StartedAt, isDown),
    }).ThenBy(pair => pair.Attempt.Id);

    private IQueryable<AttemptRow> Rows(IQueryable<Pair> pairs)
    {
        var memberships = db.Memberships.On(clock.Today);
        return
            from pair in pairs
            let unitId = memberships.Where(m => m.PersonId == pair.Person.Id)
                .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
            select new AttemptRow
            {
                Id = pair.Attempt.Id,
                PersonId = pair.Person.Id,
                PersonName = pair.Person.AnonymizedAt == null ? pair.Person.Name : null,
                StaffNumber = pair.Person.StaffNumber,
                UnitName = db.Organizations.Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstOrDefault(),
                Number = pair.Attempt.Number,
                StartedAt = pair.Attempt.StartedAt,
                Deadline = pair.Attempt.Deadline,
                SubmittedAt = pair.Attempt.SubmittedAt,
                Points = pair.Attempt.Points,
                FullPoints = pair.Attempt.FullPoints,
                Passed = pair.Attempt.Passed,
                AddedMinutes = db.QuizAllowances.Where(a => a.PersonId == pair.Person.Id && a.QuizSlug == pair.Attempt.QuizSlug && a.AttemptNumber == pair.Attempt.Number).Sum(a => a.Minutes) ?? 0,
                HasSuccessor = db.QuizAllowances.Any(a =>
                    a.PersonId == pair.Person.Id && a.QuizSlug == pair.Attempt.QuizSlug && a.AttemptNumber == pair.Attempt.Number && a.Minutes == null),
            };
    }

    private sealed class Pair
    {
        public required Attempt Attempt { get; init; }
        public required Person Person { get; init; }
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>Who took a quiz, with what result, and who did not.</summary>
public sealed class PeopleRowsQuery(Db db, QuizPeople people, DayClock clock)
{
    /// <summary>Everybody in reach who is expected or began, by name; read row by row.</summary>
    public async Task<IAsyncEnumerable<PeopleRow>> AllAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        var all = people.In(unitId);
        var some = await people.ExpectedAsync(slug, isOwing: false, cancel) is { } expected
            ? all.Where(person => expected.Contains(person.Id) || db.Attempts.Any(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug))
            : all.Where(person => db.Attempts.Any(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug));
        return Rows(slug, await people.CountsAsync(slug, cancel), some, (AbsentSort.Name, false)).AsAsyncEnumerable();
    }

    /// <summary>Who has not begun and not completed the programme otherwise; null when nobody was named to take part.</summary>
    public async Task<IQueryable<PeopleRow>?> AbsentAsync(string slug, Guid? unitId, string? name, (AbsentSort Column, bool IsDown) order, CancellationToken cancel)
    {
        if (await people.ExpectedAsync(slug, isOwing: true, cancel) is not { } owing)
        {
            return null;
        }

        var absent = people.In(unitId).Where(person => owing.Contains(person.Id) && !db.Attempts.Any(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug));
        if (name is not null)
        {
            var folded = NameFolding.Fold(name);
            absent = absent.Where(person => person.AnonymizedAt == null && person.NormalizedName.Contains(folded));
        }

        return Rows(slug, CountingAttempt.Best, absent, order);
    }

    private IQueryable<PeopleRow> Rows(string slug, CountingAttempt counts, IQueryable<Person> some, (AbsentSort Column, bool IsDown) order)
    {
        var (memberships, counting) = (db.Memberships.On(clock.Today), people.Counting(slug, counts));
        var placed =
            from person in some.AsNoTracking()
            let unitId = memberships.Where(m => m.PersonId == person.Id)
                .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
            select new Placed { Person = person, UnitName = db.Organizations.Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstOrDefault() };
        var ordered = (order switch
        {
            (AbsentSort.Unit, var isDown) => placed.OrderBy(one => one.UnitName, isDown).ThenBy(one => one.Person.NormalizedName),
            (AbsentSort.StaffNumber, var isDown) => placed.OrderBy(one => one.Person.StaffNumber, isDown),
            (_, var isDown) => placed.OrderBy(one => one.Person.NormalizedName, isDown),
        }).ThenBy(one => one.Person.Id);
        return
            from one in ordered
            let person = one.Person
            select new PeopleRow
            {
                PersonId = person.Id,
                Name = person.AnonymizedAt == null ? person.Name : null,
                StaffNumber = person.StaffNumber,
                UnitName = one.UnitName,
                Attempts = db.Attempts.Where(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug).Count(),
                IsOpen = db.Attempts.Where(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug).Any(attempt => attempt.SubmittedAt == null),
                Points = counting.Where(attempt => attempt.PersonId == person.Id).Max(attempt => attempt.Points),
                HasPassed = counting.Any(attempt => attempt.PersonId == person.Id && attempt.Passed == true),
                LastSubmittedAt = db.Attempts.Where(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug).Max(attempt => attempt.SubmittedAt),
            };
    }

    private sealed class Placed
    {
        public required Person Person { get; init; }
        public required string? UnitName { get; init; }
    }
}

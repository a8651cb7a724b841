using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>People in reach who may take a quiz, those who have not begun it too.</summary>
public sealed class PersonAllowanceQuery(Db db, QuizReach reach, Scope scope, FindArranged arranged, DayClock clock)
{
    private const int MostFound = 20;

    /// <summary>The page; null when there is no such quiz, or the person is out of reach or takes no part in it.</summary>
    public async Task<PersonAllowancePage?> FindAsync(string slug, Guid personId, PersonAllowanceInput input, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title || await Rows((await PeopleAsync(slug, cancel)).Where(person => person.Id == personId)).SingleOrDefaultAsync(cancel) is not { } row)
        {
            return null;
        }

        var closesAt = await ClosesAtAsync(slug, cancel);
        return new PersonAllowancePage(
            slug, title, personId, row.Name, row.UnitName, closesAt is { } at ? clock.InZone(at) : null, await db.AllowancesAsync(personId, slug, clock, cancel), input)
        {
            Attempts = await db.Attempts.CountAsync(attempt => attempt.PersonId == personId && attempt.QuizSlug == slug, cancel),
            IsOpen = await db.Attempts.AnyAsync(attempt => attempt.PersonId == personId && attempt.QuizSlug == slug && attempt.SubmittedAt == null, cancel),
        };
    }

    /// <summary>Who is called so, or has this staff number; the first few.</summary>
    public async Task<IReadOnlyList<GroupAllowancePage.Hit>> SearchAsync(string slug, string q, CancellationToken cancel)
    {
        var folded = NameFolding.Fold(q);
        var found = (await PeopleAsync(slug, cancel)).Where(person => person.AnonymizedAt == null && (person.NormalizedName.Contains(folded) || person.StaffNumber == q));
        var rows = await Rows(found.OrderBy(person => person.NormalizedName).ThenBy(person => person.Id).Take(MostFound)).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var attempts = (await db.Attempts.AsNoTracking().Where(attempt => attempt.QuizSlug == slug && ids.Contains(attempt.PersonId)).Select(attempt => new { attempt.Id, attempt.PersonId, attempt.Number }).ToListAsync(cancel))
            .ToLookup(attempt => attempt.PersonId);
        return rows.ConvertAll(row => new GroupAllowancePage.Hit(row.Id, row.Name ?? "", row.StaffNumber, row.UnitName, attempts[row.Id].MaxBy(attempt => attempt.Number)?.Id));
    }

    /// <summary>The person's last attempt at the quiz, within reach; null when they have not begun.</summary>
    public Task<Guid?> LastAttemptAsync(string slug, Guid personId, CancellationToken cancel)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes).Select(person => person.Id);
        return db.Attempts.Where(attempt => attempt.QuizSlug == slug && attempt.PersonId == personId && people.Contains(attempt.PersonId))
            .OrderByDescending(attempt => attempt.Number).Select(attempt => (Guid?)attempt.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>End of the window, UTC; null for a quiz without one.</summary>
    public async Task<DateTime?> ClosesAtAsync(string slug, CancellationToken cancel) => await arranged.RunAsync(slug, cancel) is var (quiz, _) ? quiz.ClosesAt : null;

    /// <summary>Everybody in reach; of an arranged quiz those who take part today.</summary>
    private async Task<IQueryable<Person>> PeopleAsync(string slug, CancellationToken cancel)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes);
        if (await arranged.RunAsync(slug, cancel) is not var (quiz, _))
        {
            return people;
        }

        var audience = db.AudienceOf(quiz, clock.Today);
        return people.Where(person => audience.Contains(person.Id));
    }

    private IQueryable<Row> Rows(IQueryable<Person> people)
    {
        var memberships = db.Memberships.On(clock.Today);
        return
            from person in people.AsNoTracking()
            let unitId = memberships.Where(m => m.PersonId == person.Id)
                .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
            select new Row
            {
                Id = person.Id,
                Name = person.AnonymizedAt == null ? person.Name : null,
                StaffNumber = person.StaffNumber,
                UnitName = db.Organizations.Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstOrDefault(),
            };
    }

    private sealed class Row
    {
        public required Guid Id { get; init; }
        public required string? Name { get; init; }
        public required string? StaffNumber { get; init; }
        public required string? UnitName { get; init; }
    }
}

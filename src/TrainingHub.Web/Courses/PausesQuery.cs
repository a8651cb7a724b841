using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Lessons in which people in the reader's reach rested: who may need help, or an explanation face to face.</summary>
public sealed class PausesQuery(Db db, CourseShelf shelf, Scope scope, DayClock clock)
{
    public async Task<PausesPage> RunAsync(PausesFilter filter, CancellationToken cancel)
    {
        var rows = Rows(filter);
        var pages = Pages.Of(filter.Page, await rows.CountAsync(cancel));
        return new PausesPage(filter, await NewestFirst(rows).Skip(Math.Max(0, pages.First - 1)).Take(Pages.Size).ToListAsync(cancel), pages, await shelf.CoursesAsync(cancel));
    }

    /// <summary>Every row of the filter, for export.</summary>
    public async Task<PausesPage> ExportAsync(PausesFilter filter, CancellationToken cancel)
    {
        var rows = await NewestFirst(Rows(filter)).ToListAsync(cancel);
        return new PausesPage(filter, rows, Pages.Of(1, rows.Count, Math.Max(1, rows.Count)), await shelf.CoursesAsync(cancel));
    }

    private static IQueryable<PauseRow> NewestFirst(IQueryable<PauseRow> rows) => rows.OrderByDescending(row => row.LastAt).ThenBy(row => row.PersonId).ThenBy(row => row.LessonSlug);

    private IQueryable<PauseRow> Rows(PausesFilter filter)
    {
        var people = scope.PeopleInPost(Capability.ReadRecords);
        if (filter.Q is { } name)
        {
            var folded = NameFolding.Fold(name);
            people = people.Where(person => person.AnonymizedAt == null && person.NormalizedName.Contains(folded));
        }

        if (filter.Organization is { } unit)
        {
            people = Within(people, unit);
        }

        var rests = db.LessonRests.AsNoTracking();
        if (!string.IsNullOrEmpty(filter.Course))
        {
            rests = rests.Where(rest => rest.CourseSlug == filter.Course);
        }

        var memberships = db.Memberships.On(clock.Today);
        var series = rests.GroupBy(rest => new { rest.PersonId, rest.CourseSlug, rest.LessonSlug })
            .Select(group => new { group.Key.PersonId, group.Key.CourseSlug, group.Key.LessonSlug, Rests = group.Count(), LastAt = group.Max(rest => rest.BegunAt) })
            .Where(one => one.Rests >= LessonProof.RestsToTell);
        return
            from one in series
            join person in people on one.PersonId equals person.Id
            let unitId = memberships.Where(m => m.PersonId == person.Id)
                .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
            select new PauseRow
            {
                PersonId = person.Id,
                PersonName = person.AnonymizedAt == null ? person.Name : null,
                UnitName = db.Organizations.Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstOrDefault(),
                CourseSlug = one.CourseSlug,
                LessonSlug = one.LessonSlug,
                Rests = one.Rests,
                LastAt = one.LastAt,
                IsFinished = db.LessonCompletions.Any(done => done.PersonId == person.Id && done.CourseSlug == one.CourseSlug && done.LessonSlug == one.LessonSlug),
            };
    }

    private IQueryable<Person> Within(IQueryable<Person> people, string named)
    {
        var (code, folded, today) = (named.ToUpperInvariant(), NameFolding.Fold(named), clock.Today);
        var units =
            from unit in db.Organizations
            where unit.Code == code || unit.NormalizedName.Contains(folded)
            join path in db.OrganizationPaths on unit.Id equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.DescendantId;
        return people.Where(person => db.Memberships.Any(m => m.PersonId == person.Id && m.SupersededAt == null && m.Until >= today && units.Contains(m.OrganizationId)));
    }
}

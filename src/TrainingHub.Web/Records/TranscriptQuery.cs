using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>All records of one person: the reader's own, or of somebody within the reach of ReadRecords.</summary>
public sealed class TranscriptQuery(Db db, CurrentPerson current, Scope scope, CourseShelf shelf, DayClock clock)
{
    // A transcript is printed in one go: far beyond a working life on one page, and a bound all the same.
    private const int Length = 500;

    public Task<TranscriptPage?> OwnAsync(int page, CancellationToken cancel)
    {
        var id = current.Id;
        return ReadAsync(db.People.Where(person => person.Id == id), page, cancel);
    }

    /// <summary>Null when the person is unknown or out of reach.</summary>
    public Task<TranscriptPage?> OfAsync(Guid personId, int page, CancellationToken cancel) =>
        ReadAsync(scope.People(Capability.ReadRecords).Where(person => person.Id == personId), page, cancel);

    private async Task<TranscriptPage?> ReadAsync(IQueryable<Person> people, int page, CancellationToken cancel)
    {
        var person = await people.Select(p => new { p.Id, Name = p.AnonymizedAt == null ? p.Name : null }).SingleOrDefaultAsync(cancel);
        if (person is null)
        {
            return null;
        }

        var records = db.TrainingRecords.Where(record => record.PersonId == person.Id);
        var credits = await records.Where(record => !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .Select(record => new { record.CourseSlug, record.CompletionDay, record.CreditMinutes }).ToListAsync(cancel);
        var pages = Pages.Of(page, await records.CountAsync(cancel), Length);
        var rows = await db.RowsOf(records).NewestFirst().Skip((pages.Page - 1) * Length).Take(Length).ToListAsync(cancel);
        var isMine = person.Id == current.Id;
        var revocable = scope.People(Capability.RevokeRecords);
        return new TranscriptPage(
            person.Id,
            person.Name,
            rows,
            pages,
            CreditCount.Minutes(credits.Select(credit => (credit.CourseSlug, credit.CompletionDay, credit.CreditMinutes))),
            isMine,
            await revocable.AnyAsync(p => p.Id == person.Id, cancel),
            await current.MayAsync(Capability.ReadRecords),
            (await shelf.CoursesAsync(cancel)).ToDictionary(course => course.Slug, course => course.Manifest.Title, StringComparer.Ordinal),
            clock.InZone(clock.Now));
    }
}

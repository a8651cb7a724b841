using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>All records of one person: the reader's own, or of somebody within the reach of ReadRecords.</summary>
public sealed class TranscriptQuery(Db db, CurrentPerson current, Scope scope, CourseShelf shelf, DayClock clock)
{
    // Far beyond a working life; a bound all the same.
    private const int MostRows = 500;

    public Task<TranscriptPage?> OwnAsync(CancellationToken cancel)
    {
        var id = current.Id;
        return ReadAsync(db.People.Where(person => person.Id == id), cancel);
    }

    /// <summary>Null when the person is unknown or out of reach.</summary>
    public Task<TranscriptPage?> OfAsync(Guid personId, CancellationToken cancel) =>
        ReadAsync(scope.People(Capability.ReadRecords).Where(person => person.Id == personId), cancel);

    private async Task<TranscriptPage?> ReadAsync(IQueryable<Person> people, CancellationToken cancel)
    {
        var person = await people.Select(p => new { p.Id, Name = p.AnonymizedAt == null ? p.Name : null }).SingleOrDefaultAsync(cancel);
        if (person is null)
        {
            return null;
        }

        var rows = await db.RowsOf(db.TrainingRecords.Where(record => record.PersonId == person.Id)).NewestFirst().Take(MostRows + 1).ToListAsync(cancel);
        var isMine = person.Id == current.Id;
        var revocable = scope.People(Capability.RevokeRecords);
        return new TranscriptPage(
            person.Id,
            person.Name,
            rows.Count > MostRows ? rows[..MostRows] : rows,
            rows.Count > MostRows,
            CreditCount.Minutes(rows.Where(row => row.RevokedAt is null).Select(row => (row.CourseSlug, row.CompletionDay, row.CreditMinutes))),
            isMine,
            await revocable.AnyAsync(p => p.Id == person.Id, cancel),
            await current.MayAsync(Capability.ReadRecords),
            (await shelf.CoursesAsync(cancel)).ToDictionary(course => course.Slug, course => course.Manifest.Title, StringComparer.Ordinal),
            clock.InZone(clock.Now));
    }
}

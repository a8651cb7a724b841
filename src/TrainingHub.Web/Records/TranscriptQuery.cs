using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>All records of one person: the reader's own, or of somebody within the reach of ReadRecords.</summary>
public sealed class TranscriptQuery(Db db, CurrentPerson current, Scope scope, CourseShelf shelf, LearningQuery learning, DayClock clock)
{
    // A transcript is printed in one go: far beyond a working life on one page, and a bound all the same.
    private const int Length = 500;

    public Task<TranscriptPage?> OwnAsync(TranscriptFilter filter, CancellationToken cancel) => ReadAsync(Own(), filter, cancel);

    /// <summary>Null when the person is unknown or out of reach.</summary>
    public Task<TranscriptPage?> OfAsync(Guid personId, TranscriptFilter filter, CancellationToken cancel) => ReadAsync(Of(personId), filter, cancel);

    /// <summary>All of the reader's own, one after the other.</summary>
    public Task<IAsyncEnumerable<RecordRow>?> ExportOwnAsync(TranscriptFilter filter, CancellationToken cancel) => ExportAsync(Own(), filter, cancel);

    /// <summary>All of one person, one after the other; null when the person is unknown or out of reach.</summary>
    public Task<IAsyncEnumerable<RecordRow>?> ExportOfAsync(Guid personId, TranscriptFilter filter, CancellationToken cancel) => ExportAsync(Of(personId), filter, cancel);

    private IQueryable<Person> Own()
    {
        var id = current.Id;
        return db.People.Where(person => person.Id == id);
    }

    private IQueryable<Person> Of(Guid personId) => scope.People(Capability.ReadRecords).Where(person => person.Id == personId);

    private async Task<IAsyncEnumerable<RecordRow>?> ExportAsync(IQueryable<Person> people, TranscriptFilter filter, CancellationToken cancel) =>
        await people.Select(person => (Guid?)person.Id).SingleOrDefaultAsync(cancel) is { } id
            ? Ordered(db.TrainingRecords.Where(record => record.PersonId == id), filter).AsAsyncEnumerable()
            : null;

    private IQueryable<RecordRow> Ordered(IQueryable<TrainingRecord> records, TranscriptFilter filter)
    {
        var (rows, (column, isDown)) = (db.RowsOf(records), filter.Order);
        var ordered = column switch
        {
            RecordSort.Programme => rows.OrderBy(row => row.Programme, isDown),
            RecordSort.Credit => rows.OrderBy(row => row.CreditMinutes, isDown),
            RecordSort.Evidence => rows.OrderBy(row => row.Evidence, isDown),
            _ => rows.OrderBy(row => row.CompletionDay, isDown),
        };
        return ordered.ThenByDescending(row => row.CompletionDay).ThenByDescending(row => row.Id);
    }

    private async Task<TranscriptPage?> ReadAsync(IQueryable<Person> people, TranscriptFilter filter, CancellationToken cancel)
    {
        var person = await people.Select(p => new { p.Id, Name = p.AnonymizedAt == null ? p.Name : null }).SingleOrDefaultAsync(cancel);
        if (person is null)
        {
            return null;
        }

        var records = db.TrainingRecords.Where(record => record.PersonId == person.Id);
        var learnt = await learning.OfAsync(person.Id, cancel);
        var pages = Pages.Of(filter.Page, await records.CountAsync(cancel), Length);
        var rows = await Ordered(records, filter).Skip((pages.Page - 1) * Length).Take(Length).ToListAsync(cancel);
        var isMine = person.Id == current.Id;
        var revocable = scope.People(Capability.RevokeRecords);
        return new TranscriptPage(
            filter,
            person.Id,
            person.Name,
            rows,
            pages,
            LearningCredit.MinutesByYear(learnt),
            isMine,
            await revocable.AnyAsync(p => p.Id == person.Id, cancel),
            await current.MayAsync(Capability.ReadRecords),
            (await shelf.CoursesAsync(cancel)).ToDictionary(course => course.Slug, course => course.Manifest.Title, StringComparer.Ordinal),
            clock.InZone(clock.Now));
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>All that people have learnt or shown, from wherever it is known, in a handful of statements.</summary>
public sealed class LearningQuery(Db db, CourseShelf shelf, IEnumerable<ILearningSource> sources, DayClock clock)
{
    private readonly Dictionary<string, int> _credits = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<LearningFact>> OfAsync(Guid personId, CancellationToken cancel) => [.. (await OfAsync([personId], cancel))[personId]];

    public async Task<ILookup<Guid, LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        List<LearningFact> facts = [.. await AttemptsAsync(people, cancel), .. await RecordsAsync(people, cancel), .. await LessonsAsync(people, cancel)];
        foreach (var source in sources)
        {
            facts.AddRange(await source.OfAsync(people, cancel));
        }

        return facts.ToLookup(fact => fact.PersonId);
    }

    /// <summary>What was passed, and whose record nobody revoked by hand since.</summary>
    private async Task<List<LearningFact>> AttemptsAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var (byHand, records) = (db.RevokedByHand(), db.RecordsOfAttempts());
        var rows = await (
            from attempt in db.Attempts.AsNoTracking()
            where people.Contains(attempt.PersonId) && attempt.Passed == true
                && (!records.Any(one => one.AttemptId == attempt.Id && byHand.Any(revocation => revocation.RecordId == one.Record.Id))
                    || db.SessionPapers.Any(paper => paper.Id == attempt.Id && db.TrainingRecords.Any(record => record.SessionId == paper.SessionId && record.PersonId == attempt.PersonId
                        && record.Points != null && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))))
            select new
            {
                attempt.Id,
                attempt.PersonId,
                attempt.QuizSlug,
                attempt.CourseSlug,
                attempt.CourseHash,
                attempt.SubmittedAt,
                attempt.Deadline,
                attempt.Points,
                attempt.FullPoints,
                Arranged = db.ArrangedQuizzes.Where(quiz => quiz.Slug == attempt.QuizSlug).Select(quiz => quiz.Title).FirstOrDefault(),
            }).ToListAsync(cancel);
        var facts = new List<LearningFact>(rows.Count);
        foreach (var row in rows)
        {
            facts.Add(new LearningFact
            {
                PersonId = row.PersonId,
                Kind = LearningKind.Quiz,
                SourceId = row.Id,
                Day = clock.DayOf(row.SubmittedAt ?? row.Deadline),
                Title = row.Arranged ?? await TitleAsync(row.CourseSlug, cancel),
                CourseSlug = row.CourseSlug,
                QuizSlug = row.QuizSlug,
                Minutes = await CreditAsync(row.CourseSlug, row.CourseHash, cancel),
                Points = row.Points,
                FullPoints = row.FullPoints,
            });
        }

        return facts;
    }

    /// <summary>Records that no attempt, session or proof of the system stands behind: from before it kept them, or of an attempt that was regraded since.</summary>
    private async Task<List<LearningFact>> RecordsAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var records = db.RecordsOfAttempts();
        var rows = await db.TrainingRecords.AsNoTracking()
            .Where(record => people.Contains(record.PersonId) && record.SessionId == null && record.Evidence != Evidence.SeveralParts && record.CourseSlug != ""
                && !db.RecordParts.Any(part => part.RecordId == record.Id)
                && !db.Attempts.Any(attempt => attempt.Id == record.AttemptId && attempt.Passed == true)
                // The attempt of the record in whose place it stands counts.
                && !(record.RestoresId != null && records.Any(one => one.Record.Id == record.Id && db.Attempts.Any(attempt => attempt.Id == one.AttemptId && attempt.Passed == true)))
                && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .Select(record => new { record.Id, record.PersonId, record.Evidence, record.CompletionDay, record.CourseSlug, record.CreditMinutes, record.Points, record.FullPoints }).ToListAsync(cancel);
        var facts = new List<LearningFact>(rows.Count);
        foreach (var row in rows)
        {
            facts.Add(new LearningFact
            {
                PersonId = row.PersonId,
                Kind = row.Evidence switch
                {
                    Evidence.OnlineExamination => LearningKind.Quiz,
                    Evidence.OutsideTraining => LearningKind.Outside,
                    _ => LearningKind.Session,
                },
                SourceId = row.Id,
                Day = row.CompletionDay,
                Title = await TitleAsync(row.CourseSlug, cancel),
                CourseSlug = row.CourseSlug,
                Minutes = row.CreditMinutes,
                Points = row.Points,
                FullPoints = row.FullPoints,
            });
        }

        return facts;
    }

    private async Task<List<LearningFact>> LessonsAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var completions = await db.LessonCompletions.AsNoTracking().Where(completion => people.Contains(completion.PersonId)).ToListAsync(cancel);
        var facts = new List<LearningFact>(completions.Count);
        foreach (var completion in completions)
        {
            if ((await shelf.LessonsAsync(completion.CourseHash, cancel)).GetValueOrDefault(completion.LessonSlug) is { } lesson)
            {
                facts.Add(new LearningFact
                {
                    PersonId = completion.PersonId,
                    Kind = LearningKind.Lesson,
                    Day = clock.DayOf(completion.FinishedAt),
                    Title = lesson.Title,
                    CourseSlug = completion.CourseSlug,
                    Minutes = lesson.Minutes,
                    MostMinutes = await CreditAsync(completion.CourseSlug, completion.CourseHash, cancel),
                });
            }
        }

        return facts;
    }

    private async Task<string> TitleAsync(string courseSlug, CancellationToken cancel) =>
        courseSlug.Length == 0 ? "" : (await shelf.FindAsync(courseSlug, cancel))?.Manifest.Title ?? courseSlug;

    /// <summary>Of the version that was learnt, whatever has been published since; 0 where it is not known.</summary>
    private async Task<int> CreditAsync(string courseSlug, string courseHash, CancellationToken cancel)
    {
        if (courseSlug.Length == 0)
        {
            return 0;
        }

        if (_credits.TryGetValue(courseHash, out var known))
        {
            return known;
        }

        if (await shelf.FindAsync(courseSlug, cancel) is { } course && string.Equals(course.Hash, courseHash, StringComparison.Ordinal))
        {
            return _credits[courseHash] = course.Manifest.CreditMinutes;
        }

        var json = await db.PublishedCourses.AsNoTracking().Where(version => version.Hash == courseHash).Select(version => version.Manifest).SingleOrDefaultAsync(cancel);
        return _credits[courseHash] = json is null ? 0 : JsonSerializer.Deserialize<CourseManifest>(json)!.CreditMinutes;
    }
}

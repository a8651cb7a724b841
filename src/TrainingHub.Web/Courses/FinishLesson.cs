using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Notes that a lesson is finished, once, when enough of its check questions were answered rightly.</summary>
public sealed partial class FinishLesson(Db db, Transactions transactions, LessonStandings standings, FinishedLessons finished, ILessonCredit credit, DayClock clock, ILogger<FinishLesson> logger)
{
    /// <summary>Whether the lesson is finished now.</summary>
    public Task<bool> RunAsync(Guid personId, ShelfCourse course, CourseManifest.LessonEntry lesson, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            await LockAsync(personId, course.Slug, lesson.Slug, cancel);
            var known = await db.LessonCompletions.SingleOrDefaultAsync(c => c.PersonId == personId && c.CourseSlug == course.Slug && c.LessonSlug == lesson.Slug, cancel);
            if (known is not null && (await finished.OfAsync(personId, course, cancel)).Contains(lesson.Slug))
            {
                return true;
            }

            if (!(await standings.ReadAsync(personId, course, lesson, cancel)).MayFinishAt(clock.Now))
            {
                return false;
            }

            if (known is not null)
            {
                (known.CourseHash, known.FinishedAt) = (course.Hash, clock.Now);
            }
            else
            {
                db.LessonCompletions.Add(new LessonCompletion
                {
                    PersonId = personId,
                    CourseSlug = course.Slug,
                    LessonSlug = lesson.Slug,
                    CourseHash = course.Hash,
                    FinishedAt = clock.Now,
                });
            }

            await db.SaveChangesAsync(cancel);
            await credit.CreditAsync(personId, cancel);
            LogFinished(logger, personId, course.Slug, lesson.Slug);
            return true;
        }, cancel);

    /// <summary>
    /// One answer of a person to a lesson at a time, until the transaction ends. Without it the answers to the last two questions,
    /// sent at once, would each miss the other, and the lesson would stay open. On SQLite the write gate does it.
    /// </summary>
    internal async Task LockAsync(Guid personId, string courseSlug, string lessonSlug, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            var key = $"lesson {personId:N} {courseSlug} {lessonSlug}";
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
        }
    }

    [LoggerMessage(310, LogLevel.Information, "Person {PersonId} finished lesson {CourseSlug}/{LessonSlug}")]
    private static partial void LogFinished(ILogger logger, Guid personId, string courseSlug, string lessonSlug);
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Puts the next check question of a lesson to a person. The one that is open stays: parallel tabs share it.</summary>
public sealed class IssueStep(Db db, Transactions transactions, CourseShelf shelf, LessonStandings standings, FinishedLessons finished, FinishLesson finish, DayClock clock)
{
    private const int TokenLength = 26;

    /// <summary>Whether there is such a lesson. Nothing is asked while it rests, once it is finished, or when no question is left.</summary>
    public async Task<bool> RunAsync(Guid personId, string courseSlug, string lessonSlug, CancellationToken cancel)
    {
        if (await shelf.FindAsync(courseSlug, cancel) is not { } course || course.FindLesson(lessonSlug) is not { } lesson)
        {
            return false;
        }

        await transactions.RunAsync(async cancel =>
        {
            await finish.LockAsync(personId, course.Slug, lesson.Slug, cancel);
            if (!(await finished.OfAsync(personId, course, cancel)).Contains(lesson.Slug))
            {
                await IssueAsync(personId, course, lesson, await standings.ReadAsync(personId, course, lesson, cancel), cancel);
            }
        }, cancel);
        return true;
    }

    /// <summary>Inside the transaction of an answer, under its lock.</summary>
    internal async Task IssueAsync(Guid personId, ShelfCourse course, CourseManifest.LessonEntry lesson, LessonStanding standing, CancellationToken cancel)
    {
        var now = clock.Now;
        if (standing.IsProven || standing.RestAt(now) is not null)
        {
            return;
        }

        var steps = await db.LessonSteps.Where(step => step.PersonId == personId && step.CourseSlug == course.Slug && step.LessonSlug == lesson.Slug)
            .OrderBy(step => step.IssuedAt).ThenBy(step => step.ClosedAt ?? DateTime.MaxValue).ToListAsync(cancel);
        if (steps.Find(step => step.ClosedAt is null) is { } open)
        {
            if (standing.Today.GetValueOrDefault(open.QuestionHash) is { } asked && standing.Left.Contains(asked))
            {
                return;
            }

            open.TakeBack(now);
            await db.SaveChangesAsync(cancel);
        }

        var seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        if (LessonDraw.Next(standing.Left, [.. steps.Select(step => (standing.Today.GetValueOrDefault(step.QuestionHash)?.Hash ?? step.QuestionHash, step.OptionOrder))], seed) is { } drawn)
        {
            db.LessonSteps.Add(new LessonStep
            {
                Token = Ids.Code(TokenLength),
                PersonId = personId,
                CourseSlug = course.Slug,
                CourseHash = course.Hash,
                LessonSlug = lesson.Slug,
                QuestionHash = drawn.Question.Hash,
                OptionOrder = string.Join(',', drawn.OptionOrder),
                IssuedAt = now,
            });
            await db.SaveChangesAsync(cancel);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>What a person has done of the courses of today. Three statements, however many courses there are.</summary>
public sealed class ProgressQuery(Db db, CourseShelf shelf, FinishedLessons lessons, DayClock clock)
{
    /// <summary>Of all courses, by slug.</summary>
    public async Task<IReadOnlyList<CourseProgress>> RunAsync(Guid personId, CancellationToken cancel) =>
        await OfAsync(personId, await shelf.CoursesAsync(cancel), cancel);

    /// <summary>Of one course; null when there is none.</summary>
    public async Task<CourseProgress?> FindAsync(Guid personId, string courseSlug, CancellationToken cancel) =>
        await shelf.FindAsync(courseSlug, cancel) is { } course ? (await OfAsync(personId, [course], cancel))[0] : null;

    private async Task<List<CourseProgress>> OfAsync(Guid personId, IReadOnlyList<ShelfCourse> courses, CancellationToken cancel)
    {
        var slugs = courses.Select(course => course.Slug).ToList();
        var finished = await lessons.OfAsync(personId, courses, cancel);
        var answered = await db.CheckAnswers.AsNoTracking()
            .Where(answer => answer.PersonId == personId && slugs.Contains(answer.CourseSlug))
            .Select(answer => answer.CourseSlug).Distinct().ToListAsync(cancel);
        var quizzes = courses.Select(course => course.Manifest.QuizSlug).ToList();
        var sittings = (await db.Attempts.AsNoTracking()
            .Where(attempt => attempt.PersonId == personId && quizzes.Contains(attempt.QuizSlug))
            .Select(attempt => new { attempt.QuizSlug, Sitting = new Sitting(attempt.Number, attempt.Deadline, attempt.SubmittedAt, attempt.Passed) })
            .ToListAsync(cancel)).ToLookup(row => row.QuizSlug, row => row.Sitting, StringComparer.Ordinal);
        var granted = (await db.QuizAllowances.Where(given => given.PersonId == personId && given.Minutes == null && quizzes.Contains(given.QuizSlug))
            .Select(given => new { given.QuizSlug, given.GivenAt }).ToListAsync(cancel)).ToLookup(row => row.QuizSlug, row => row.GivenAt, StringComparer.Ordinal);
        return [.. courses.Select(course =>
        {
            var done = finished[course.Slug].ToHashSet(StringComparer.Ordinal);
            var own = sittings[course.Manifest.QuizSlug].ToList();
            var isStarted = done.Count > 0 || own.Count > 0 || answered.Contains(course.Slug, StringComparer.Ordinal);
            return new CourseProgress(course, done, isStarted, QuizOf(course, done, own, [.. granted[course.Manifest.QuizSlug]]));
        })];
    }

    private QuizProgress QuizOf(ShelfCourse course, HashSet<string> finished, List<Sitting> sittings, List<DateTime> granted)
    {
        var quiz = course.FindQuiz(course.Manifest.QuizSlug)
            ?? throw new InvalidOperationException($"Course {course.Slug} was published without its quiz.");
        var (state, number, until) = StateOf(
            sittings, granted, course.Manifest.Lessons.All(lesson => finished.Contains(lesson.Slug)), quiz.AttemptsAllowed, quiz.WaitMinutes);
        return new QuizProgress
        {
            Slug = quiz.Slug,
            Title = quiz.Title,
            TitleEn = quiz.TitleEn,
            Items = quiz.Blueprint.ItemCount,
            Minutes = quiz.Minutes,
            PassPoints = (quiz.Blueprint.FullPoints * quiz.PassPercent + 99) / 100,
            FullPoints = quiz.Blueprint.FullPoints,
            State = state,
            AttemptNumber = number,
            Until = until,
        };
    }

    private (QuizState State, int? Number, DateTime? Until) StateOf(List<Sitting> sittings, List<DateTime> granted, bool lessonsAreDone, int allowed, int waitMinutes)
    {
        if (sittings.Find(sitting => sitting.Passed is true) is { } passed)
        {
            return (QuizState.Passed, passed.Number, null);
        }

        if (sittings.Find(sitting => sitting.SubmittedAt is null) is { } open)
        {
            return (QuizState.Open, open.Number, open.Deadline);
        }

        if (!lessonsAreDone)
        {
            return (QuizState.Locked, null, null);
        }

        if (allowed > 0 && sittings.Count >= allowed + granted.Count)
        {
            return (QuizState.NoAttemptsLeft, null, null);
        }

        var ended = sittings.Max(sitting => sitting.SubmittedAt);
        return ended?.AddMinutes(waitMinutes) is { } again && clock.Now < again && !granted.Exists(at => at >= ended)
            ? (QuizState.Waiting, null, again)
            : (QuizState.Ready, null, null);
    }

    private sealed record Sitting(int Number, DateTime Deadline, DateTime? SubmittedAt, bool? Passed);
}

using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>
/// The lessons that a person has finished, as the courses stand now. What was finished in an older version stays finished while the lesson's
/// text is the same; a lesson that was rewritten opens again, and right answers to questions that are still in its pool go on counting.
/// </summary>
public sealed class FinishedLessons(Db db, CourseReads reads, CourseShelf shelf)
{
    public async Task<IReadOnlySet<string>> OfAsync(Guid personId, ShelfCourse course, CancellationToken cancel) =>
        (await SameAsync(await reads.CompletionsAsync(db, personId, course.Slug, cancel), _ => course, cancel)).Select(completion => completion.LessonSlug).ToHashSet(StringComparer.Ordinal);

    /// <summary>Slugs of lessons by slug of course.</summary>
    public async Task<ILookup<string, string>> OfAsync(Guid personId, IReadOnlyList<ShelfCourse> courses, CancellationToken cancel)
    {
        var bySlug = courses.ToDictionary(course => course.Slug, StringComparer.Ordinal);
        var slugs = bySlug.Keys.ToList();
        var completions = await db.LessonCompletions.AsNoTracking()
            .Where(completion => completion.PersonId == personId && slugs.Contains(completion.CourseSlug)).ToListAsync(cancel);
        return (await SameAsync(completions, completion => bySlug[completion.CourseSlug], cancel))
            .ToLookup(completion => completion.CourseSlug, completion => completion.LessonSlug, StringComparer.Ordinal);
    }

    private async Task<List<LessonCompletion>> SameAsync(List<LessonCompletion> completions, Func<LessonCompletion, ShelfCourse> courseOf, CancellationToken cancel)
    {
        var kept = new List<LessonCompletion>(completions.Count);
        foreach (var completion in completions)
        {
            if (await IsSameAsync(completion, courseOf(completion), cancel))
            {
                kept.Add(completion);
            }
        }

        return kept;
    }

    private async ValueTask<bool> IsSameAsync(LessonCompletion completion, ShelfCourse course, CancellationToken cancel)
    {
        if (string.Equals(completion.CourseHash, course.Hash, StringComparison.Ordinal) || course.FindLesson(completion.LessonSlug) is not { } now)
        {
            return true;
        }

        return (await shelf.LessonsAsync(completion.CourseHash, cancel)).GetValueOrDefault(completion.LessonSlug) is not { } then || then.HasTextOf(now);
    }
}

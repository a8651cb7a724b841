using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>A lesson with its check questions. Keys are looked at only for questions that this person has answered.</summary>
public sealed class LessonQuery(Db db, CourseShelf shelf, ProgressQuery progress, WithheldQuestions withheld, FinishLesson finish, BasisCards basis)
{
    /// <summary>The page; null when there is no such course, or no such lesson in it.</summary>
    /// <param name="personId">The reader.</param>
    /// <param name="courseSlug">The course.</param>
    /// <param name="lessonSlug">The lesson.</param>
    /// <param name="refused">A check question whose answer was just refused, with what was chosen and the key of the text that says why.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<LessonPage?> RunAsync(Guid personId, string courseSlug, string lessonSlug, (string Id, string Letters, string Error)? refused, CancellationToken cancel)
    {
        if (await shelf.FindAsync(courseSlug, cancel) is not { } course || course.FindLesson(lessonSlug) is not { } lesson)
        {
            return null;
        }

        var checks = await ChecksAsync(personId, course, lesson, cancel);
        var own = await progress.FindAsync(personId, courseSlug, cancel) ?? throw new InvalidOperationException($"Course {courseSlug} vanished.");
        if (!own.Finished.Contains(lesson.Slug) && checks.TrueForAll(check => check.State is CheckState.Right)
            && await finish.RunAsync(personId, course, lesson, cancel))
        {
            // A new version dropped the question that was still open: nothing is left to answer, so nothing else would finish the lesson.
            own = await progress.FindAsync(personId, courseSlug, cancel) ?? own;
        }

        return new LessonPage
        {
            Progress = own,
            Lesson = lesson,
            Place = own.PlaceOf(lesson.Slug),
            Html = await db.PublishedLessons.AsNoTracking().Where(l => l.CourseHash == course.Hash && l.Slug == lesson.Slug).Select(l => l.Html).SingleAsync(cancel),
            Checks = checks.ConvertAll(check => string.Equals(check.Id, refused?.Id, StringComparison.Ordinal)
                ? check with { Error = refused?.Error, Chosen = refused?.Letters ?? "" }
                : check),
        };
    }

    private async Task<List<CheckCard>> ChecksAsync(Guid personId, ShelfCourse course, CourseManifest.LessonEntry lesson, CancellationToken cancel)
    {
        var questions = lesson.Checks.Select(course.FindQuestion).OfType<QuestionVersion>().ToList();
        var hashes = questions.ConvertAll(question => question.Hash);
        var answers = await db.CheckAnswers.AsNoTracking()
            .Where(answer => answer.PersonId == personId && answer.CourseSlug == course.Slug && answer.LessonSlug == lesson.Slug && hashes.Contains(answer.QuestionHash))
            .Where(answer => answer.IsRight || !db.CheckAnswers.Any(later => later.PersonId == personId && later.CourseSlug == course.Slug
                && later.LessonSlug == lesson.Slug && later.QuestionHash == answer.QuestionHash && later.AnsweredAt > answer.AnsweredAt))
            .ToListAsync(cancel);
        var last = answers.GroupBy(answer => answer.QuestionHash, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(answer => answer.IsRight).ThenByDescending(answer => answer.Id).First(), StringComparer.Ordinal);
        var hidden = await withheld.RunAsync(personId, cancel);
        var cards = new List<CheckCard>(questions.Count);
        foreach (var (index, question) in questions.Index())
        {
            var answer = hidden.Contains((course.Slug, question.Prompt.Id)) ? null : last.GetValueOrDefault(question.Hash);
            cards.Add(new CheckCard
            {
                Number = index + 1,
                CourseSlug = course.Slug,
                LessonSlug = lesson.Slug,
                Id = question.Prompt.Id,
                Kind = question.Prompt.Kind,
                Stem = question.Prompt.Stem,
                Options = question.Prompt.Options,
                State = hidden.Contains((course.Slug, question.Prompt.Id)) ? CheckState.Withheld
                    : answer is null ? CheckState.Unanswered
                    : answer.IsRight ? CheckState.Right
                    : CheckState.Wrong,
                Chosen = answer?.Choice ?? "",
                Explanation = answer is null ? null : question.Key.Explanation,
                Basis = answer is null ? null : await basis.OfAsync(question.Key.Basis, cancel),
            });
        }

        return cards;
    }
}

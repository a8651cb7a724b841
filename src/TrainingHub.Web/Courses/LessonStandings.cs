using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>Reads where a person stands with a lesson's check questions, from the answers themselves.</summary>
public sealed class LessonStandings(Db db, CurrentBank bank, WithheldQuestions withheld)
{
    public async Task<LessonStanding> ReadAsync(Guid personId, ShelfCourse course, CourseManifest.LessonEntry lesson, CancellationToken cancel)
    {
        var answers = await db.CheckAnswers.AsNoTracking()
            .Where(answer => answer.PersonId == personId && answer.CourseSlug == course.Slug && answer.LessonSlug == lesson.Slug)
            .OrderBy(answer => answer.AnsweredAt).ThenBy(answer => answer.Id)
            .Select(answer => new { answer.QuestionHash, answer.IsRight, answer.AnsweredAt }).ToListAsync(cancel);
        var rests = await db.LessonRests.AsNoTracking()
            .Where(rest => rest.PersonId == personId && rest.CourseSlug == course.Slug && rest.LessonSlug == lesson.Slug)
            .OrderBy(rest => rest.Number).ToListAsync(cancel);
        var questions = lesson.Checks.Select(course.FindQuestion).OfType<QuestionVersion>().ToList();
        var drawable = (await bank.OfAsync(course, cancel)).Select(question => question.Hash).ToHashSet(StringComparer.Ordinal);
        var right = answers.Where(answer => answer.IsRight).Select(answer => answer.QuestionHash).ToHashSet(StringComparer.Ordinal);
        var rested = rests is [.., var last] ? last.BegunAt : DateTime.MinValue;
        return new LessonStanding
        {
            Pool = questions.FindAll(question => drawable.Contains(question.Hash)),
            Right = questions.FindAll(question => right.Contains(question.Hash)),
            Withheld = (await withheld.RunAsync(personId, cancel))
                .Where(one => string.Equals(one.CourseSlug, course.Slug, StringComparison.Ordinal)).Select(one => one.QuestionId).ToHashSet(StringComparer.Ordinal),
            SinceRest = [.. answers.Where(answer => answer.AnsweredAt > rested).Select(answer => answer.IsRight)],
            Rests = rests,
        };
    }
}

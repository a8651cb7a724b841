using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>Reads where a person stands with a lesson's check questions, from the answers themselves.</summary>
public sealed class LessonStandings(Db db, QuestionShelf questionShelf, CurrentBank bank, WithheldQuestions withheld)
{
    public async Task<LessonStanding> ReadAsync(Guid personId, ShelfCourse course, CourseManifest.LessonEntry lesson, CancellationToken cancel)
    {
        var answers = await db.CheckAnswers.AsNoTracking()
            .Where(answer => answer.PersonId == personId && answer.CourseSlug == course.Slug && answer.LessonSlug == lesson.Slug)
            .OrderBy(answer => answer.AnsweredAt).ThenBy(answer => answer.Id)
            .Select(answer => new { answer.QuestionHash, answer.IsRight, answer.AnsweredAt }).ToListAsync(cancel);
        var steps = await db.LessonSteps.AsNoTracking()
            .Where(step => step.PersonId == personId && step.CourseSlug == course.Slug && step.LessonSlug == lesson.Slug)
            .OrderBy(step => step.IssuedAt).ToListAsync(cancel);
        var rests = await db.LessonRests.AsNoTracking()
            .Where(rest => rest.PersonId == personId && rest.CourseSlug == course.Slug && rest.LessonSlug == lesson.Slug)
            .OrderBy(rest => rest.Number).ToListAsync(cancel);
        var questions = lesson.Checks.Select(course.FindQuestion).OfType<QuestionVersion>().ToList();
        var drawable = (await bank.OfAsync(course, cancel)).Select(question => question.Hash).ToHashSet(StringComparer.Ordinal);
        var versions = await questionShelf.QuestionsAsync([.. answers.Select(answer => answer.QuestionHash), .. steps.Select(step => step.QuestionHash)], cancel);
        var today = TodayOf(questions, versions.Values);
        var right = answers.Where(answer => answer.IsRight && today.ContainsKey(answer.QuestionHash)).Select(answer => today[answer.QuestionHash].Hash).ToHashSet(StringComparer.Ordinal);
        var rested = rests is [.., var last] ? last.BegunAt : DateTime.MinValue;
        return new LessonStanding
        {
            Pool = questions.FindAll(question => drawable.Contains(question.Hash)),
            Right = questions.FindAll(question => right.Contains(question.Hash)),
            Withheld = (await withheld.RunAsync(personId, cancel))
                .Where(one => string.Equals(one.CourseSlug, course.Slug, StringComparison.Ordinal)).Select(one => one.QuestionId).ToHashSet(StringComparer.Ordinal),
            SinceRest = [.. answers.Where(answer => answer.AnsweredAt > rested).Select(answer => answer.IsRight)],
            Rests = rests,
            Today = today,
            FirstAskedAt = steps is [var first, ..] ? first.IssuedAt : null,
            Answers = [.. AnswersOf(steps, versions)],
        };
    }

    private static Dictionary<string, QuestionVersion> TodayOf(List<QuestionVersion> questions, IEnumerable<QuestionVersion> versions)
    {
        var today = questions.DistinctBy(question => question.Hash, StringComparer.Ordinal).ToDictionary(question => question.Hash, StringComparer.Ordinal);
        var byAnswer = questions.DistinctBy(question => question.AnswerHash, StringComparer.Ordinal).ToDictionary(question => question.AnswerHash, StringComparer.Ordinal);
        foreach (var version in versions.Where(version => byAnswer.ContainsKey(version.AnswerHash)))
        {
            today.TryAdd(version.Hash, byAnswer[version.AnswerHash]);
        }

        return today;
    }

    private static IEnumerable<ProofAnswer> AnswersOf(IEnumerable<LessonStep> steps, IReadOnlyDictionary<string, QuestionVersion> versions) =>
        from step in steps
        where step.IsRight is not null && versions.ContainsKey(step.QuestionHash)
        select new ProofAnswer(step.IsRight is true, (step.ClosedAt ?? step.IssuedAt) - step.IssuedAt, LessonProof.ReadingOf(versions[step.QuestionHash].Prompt));
}

using TrainingHub.Courses;
using TrainingHub.Storage;

namespace TrainingHub.Practice;

/// <summary>The questions of today with what a person answered to them. A handful of statements, however many questions there are.</summary>
public sealed class PersonalBank(
    Db db, CourseShelf shelf, CurrentBank bank, FinishedLessons finished, WithheldQuestions withheld, RememberedAnswers remembered, IReleasedAnswers released)
{
    /// <param name="personId">Who practises.</param>
    /// <param name="withPapers">Whether answers on graded papers are told as well.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<PracticeQuestion>> OfAsync(Guid personId, bool withPapers, CancellationToken cancel) =>
        WithStandIns(await ReadAsync(personId, await shelf.CoursesAsync(cancel), await AnswersAsync(personId, withPapers, cancel), cancel));

    /// <summary>One question; null when it cannot be asked today.</summary>
    public async Task<PracticeQuestion?> FindAsync(Guid personId, string courseSlug, string questionId, CancellationToken cancel)
    {
        if (await shelf.FindAsync(courseSlug, cancel) is not { } course || course.FindQuestion(questionId) is null)
        {
            return null;
        }

        return (await ReadAsync(personId, [course], await AnswersAsync(personId, withPapers: false, cancel), cancel))
            .Find(one => one.MayBeAsked && string.Equals(one.Question.Prompt.Id, questionId, StringComparison.Ordinal));
    }

    private async Task<List<PracticeQuestion>> ReadAsync(
        Guid personId, IReadOnlyList<ShelfCourse> courses, IReadOnlyDictionary<(string Course, string Id), AnswerSeries> answers, CancellationToken cancel)
    {
        var done = await finished.OfAsync(personId, courses, cancel);
        var kept = await withheld.RunAsync(personId, cancel);
        var questions = new List<PracticeQuestion>();
        foreach (var course in courses)
        {
            var open = OpenLessons(course, done[course.Slug].ToHashSet(StringComparer.Ordinal));
            questions.AddRange((await bank.OfAsync(course, cancel)).Select(question => new PracticeQuestion(
                course, question, answers.GetValueOrDefault((course.Slug, question.Prompt.Id), AnswerSeries.None).Answers, kept.Contains((course.Slug, question.Prompt.Id)), open.GetValueOrDefault(question.Prompt.Id))));
        }

        return questions;
    }

    /// <summary>What is kept for examinations and was answered wrongly is practised by other questions on its clause.</summary>
    private static List<PracticeQuestion> WithStandIns(List<PracticeQuestion> questions)
    {
        var byClause = questions.Where(one => one.Question.MayBePractised && one.Clause is not null).ToLookup(one => one.Clause!);
        return questions.ConvertAll(one => !one.Question.MayBePractised && one.Clause is { } clause && one.Mistake is not null
            ? one with { StandIns = [.. byClause[clause].OrderByDescending(other => other.Course == one.Course)] }
            : one);
    }

    private static Dictionary<string, CourseManifest.LessonEntry> OpenLessons(ShelfCourse course, HashSet<string> finished)
    {
        var open = new Dictionary<string, CourseManifest.LessonEntry>(StringComparer.Ordinal);
        foreach (var lesson in course.Manifest.Lessons.Where(lesson => !finished.Contains(lesson.Slug)))
        {
            foreach (var check in lesson.Checks)
            {
                open.TryAdd(check, lesson);
            }
        }

        return open;
    }

    private async Task<IReadOnlyDictionary<(string Course, string Id), AnswerSeries>> AnswersAsync(Guid personId, bool withPapers, CancellationToken cancel)
    {
        var answers = await remembered.OfAsync(db, personId, cancel);
        if (!withPapers || await released.OfAsync(personId, cancel) is not { Count: > 0 } papers)
        {
            return answers;
        }

        var all = new Dictionary<(string Course, string Id), AnswerSeries>(answers);
        foreach (var (question, more) in await remembered.ByQuestionAsync(papers, cancel))
        {
            all[question] = all.GetValueOrDefault(question, AnswerSeries.None).With(more);
        }

        return all;
    }
}

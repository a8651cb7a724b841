using TrainingHub.Courses;
using TrainingHub.Storage;

namespace TrainingHub.Practice;

/// <summary>
/// The questions of today with what a person answered to them: all those of courses, of banks those which they were asked on a paper that is
/// released to them. A handful of statements, however many questions there are.
/// </summary>
public sealed class PersonalBank(
    Db db, CourseShelf shelf, CurrentBank bank, BankPractice banks, FinishedLessons finished, WithheldQuestions withheld, RememberedAnswers remembered, IReleasedAnswers released)
{
    /// <param name="personId">Who practises.</param>
    /// <param name="withPapers">Whether answers on graded papers are told as well; without them a bank's question is told once it was practised.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<PracticeQuestion>> OfAsync(Guid personId, bool withPapers, CancellationToken cancel)
    {
        var (answers, kept) = (await AnswersAsync(personId, withPapers, cancel), await withheld.RunAsync(personId, cancel));
        var questions = await ReadAsync(personId, await shelf.CoursesAsync(cancel), answers, kept, cancel);
        questions.AddRange(await OfBanksAsync(personId, answers, kept, cancel));
        return WithStandIns(questions);
    }

    /// <summary>One question; null when it cannot be asked today.</summary>
    public async Task<PracticeQuestion?> FindAsync(Guid personId, string source, string questionId, CancellationToken cancel) =>
        await ReadAsync(personId, source, questionId, cancel) is { MayBeAsked: true } one ? one : null;

    /// <summary>Why a question that the person was once told is not there any more; nothing for any other.</summary>
    public async Task<PracticeGap> FindGapAsync(Guid personId, string source, string questionId, CancellationToken cancel) =>
        PracticeSource.IsBank(source) && await ReadAsync(personId, source, questionId, cancel) is { } one ? one.Gap : PracticeGap.None;

    private async Task<PracticeQuestion?> ReadAsync(Guid personId, string source, string questionId, CancellationToken cancel)
    {
        if (PracticeSource.IsBank(source))
        {
            var all = await AnswersAsync(personId, withPapers: true, cancel);
            var asked = all.Where(answers => string.Equals(answers.Key.Id, questionId, StringComparison.Ordinal)).ToDictionary();
            return (await OfBanksAsync(personId, asked, await withheld.RunAsync(personId, cancel), cancel)).SingleOrDefault();
        }

        return await shelf.FindAsync(source, cancel) is { } course && course.FindQuestion(questionId) is not null
            ? (await ReadAsync(personId, [course], await AnswersAsync(personId, withPapers: false, cancel), await withheld.RunAsync(personId, cancel), cancel))
                .Find(one => string.Equals(one.Question.Prompt.Id, questionId, StringComparison.Ordinal))
            : null;
    }

    private async Task<List<PracticeQuestion>> ReadAsync(
        Guid personId, IReadOnlyList<ShelfCourse> courses, IReadOnlyDictionary<(string Course, string Id), AnswerSeries> answers, IReadOnlySet<(string Course, string Id)> kept, CancellationToken cancel)
    {
        var done = await finished.OfAsync(personId, courses, cancel);
        var questions = new List<PracticeQuestion>();
        foreach (var course in courses)
        {
            var (source, open) = (new PracticeSource(course), OpenLessons(course, done[course.Slug].ToHashSet(StringComparer.Ordinal)));
            questions.AddRange((await bank.OfAsync(course, cancel)).Select(question => new PracticeQuestion(
                source, question, AnswersTo(answers, (course.Slug, question.Prompt.Id)), kept.Contains((course.Slug, question.Prompt.Id)), open.GetValueOrDefault(question.Prompt.Id))));
        }

        return questions;
    }

    private async Task<IEnumerable<PracticeQuestion>> OfBanksAsync(
        Guid personId, IReadOnlyDictionary<(string Course, string Id), AnswerSeries> answers, IReadOnlySet<(string Course, string Id)> kept, CancellationToken cancel)
    {
        var source = PracticeSource.Bank;
        var asked = answers.Keys.Where(key => string.Equals(key.Course, source.CourseSlug, StringComparison.Ordinal)).Select(key => key.Id).ToList();
        return (await banks.OfAsync(personId, asked, cancel)).Select(one => (one.Question, one.Gap, Key: (source.CourseSlug, one.Question.Prompt.Id)))
            .Select(one => new PracticeQuestion(source, one.Question, AnswersTo(answers, one.Key), kept.Contains(one.Key), OpenLesson: null) { Gap = one.Gap });
    }

    /// <summary>What was answered wrongly, and is kept for examinations or not there any more, is practised by other questions on its clause.</summary>
    private static List<PracticeQuestion> WithStandIns(List<PracticeQuestion> questions)
    {
        var byClause = questions.Where(IsPractised).SelectMany(one => one.Clauses.Select(clause => (clause, one))).ToLookup(pair => pair.clause, pair => pair.one);
        return questions.ConvertAll(one => !IsPractised(one) && one.Clauses.Count > 0 && one.Mistake is not null
            ? one with { StandIns = [.. one.Clauses.SelectMany(clause => byClause[clause]).DistinctBy(other => other.Name, StringComparer.Ordinal).OrderByDescending(other => other.Source == one.Source)] }
            : one);

        static bool IsPractised(PracticeQuestion one) => one.Question.MayBePractised && one.Gap is PracticeGap.None;
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

    private static IReadOnlyList<RecallAnswer> AnswersTo(IReadOnlyDictionary<(string Course, string Id), AnswerSeries> answers, (string Course, string Id) question) =>
        answers.GetValueOrDefault(question, AnswerSeries.None).Answers;

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

using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a course's folder, checks everything in it, and freezes it by hash.</summary>
public static class CourseReader
{
    /// <summary>Reads the course and the standards in the folder _standards beside it. The same files give the same outcome everywhere.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CourseOutcome Read(string folder)
    {
        var log = new ProblemLog();
        var files = CourseFiles.Load(folder, log);
        var shelf = StandardsReader.Read(files, log);
        var reading = new QuestionsReader(shelf, log);
        var drafts = reading.Read(files.Questions);
        var sawAll = reading.ReadEveryFile && files.Questions.Count == files.QuestionPaths.Count;
        new QuestionRules($"{files.Slug}/questions", log).Check(drafts);
        List<QuestionVersion> questions = [.. drafts.Select(draft => draft.Version).OfType<QuestionVersion>()];
        var quizzes = new QuizzesReader(log).Read(files.Quizzes, sawAll && IsSound(drafts) ? questions : null);
        var lessons = new LessonReader(new LessonPage(shelf, log), drafts, sawAll, log).Read(files);
        if (files.Course is not { } course || ReadCourse(course, files, log) is not { } content || log.HasErrors)
        {
            return new CourseOutcome.Refused(log.Sorted);
        }

        return new CourseOutcome.Read(
            content with { Lessons = lessons, Questions = questions, Quizzes = quizzes, Hash = HashOf(files, course, shelf) },
            shelf.Editions,
            log.Sorted);
    }

    private static bool IsSound(IReadOnlyList<QuestionDraft> drafts) =>
        drafts.All(draft => draft.Version is not null)
        && drafts.DistinctBy(draft => draft.Id, StringComparer.Ordinal).Count() == drafts.Count;

    private static CourseContent? ReadCourse(SourceFile file, CourseFiles files, ProblemLog log)
    {
        if (Fields.From(YamlText.Parse(file.Text, file.At(0), log), file.At(0), log) is not { } fields)
        {
            return null;
        }

        var slug = fields.Text("slug");
        Slugs.CheckName(slug, files.Slug, fields.PlaceOf("slug"), log);
        var content = new CourseContent
        {
            Slug = slug,
            Title = fields.Text("title"),
            TitleEn = fields.Text("titleEn"),
            Summary = fields.Text("summary"),
            SummaryEn = fields.Text("summaryEn"),
            Audience = ReadAudience(fields, log),
            CreditMinutes = fields.Number("creditMinutes", 0, 10_000) ?? 0,
            QuizSlug = ReadQuizSlug(fields, files, log),
            Hash = "",
            Lessons = [],
            Questions = [],
            Quizzes = [],
        };
        fields.RefuseOthers();
        return content;
    }

    private static List<string> ReadAudience(Fields fields, ProblemLog log)
    {
        var known = Enum.GetValues<CorePosition>()
            .Where(position => position is not (CorePosition.None or CorePosition.All))
            .Select(position => char.ToLowerInvariant(position.ToString()[0]) + position.ToString()[1..])
            .ToList();
        var audience = fields.Texts("audience");
        foreach (var (code, place) in audience.Where(position => !known.Contains(position.Text, StringComparer.Ordinal)))
        {
            log.Error(
                place,
                "audience-unknown",
                ($"不认识的岗位“{code}”。", $"Unknown position '{code}'."),
                ($"可以写的岗位：{string.Join("、", known)}。", $"Known positions: {string.Join(", ", known)}."));
        }

        return [.. audience.Select(position => position.Text)];
    }

    private static string ReadQuizSlug(Fields fields, CourseFiles files, ProblemLog log)
    {
        var slug = fields.Text("quiz");
        if (slug.Length > 0 && !files.QuizPaths.Contains($"{files.Slug}/quizzes/{slug}.yml", StringComparer.Ordinal))
        {
            log.Error(
                fields.PlaceOf("quiz"),
                "quiz-unknown",
                ($"没有测验“{slug}”。", $"There is no quiz '{slug}'."),
                ("改正名称，或者在quizzes里建立这个测验的文件。", "Correct the name, or create the quiz's file under quizzes."));
        }

        return slug;
    }

    private static string HashOf(CourseFiles files, SourceFile course, StandardShelf shelf) =>
        ContentHash.Of([course, .. files.Lessons, .. files.Questions, .. files.Quizzes, .. shelf.CitedFiles]);
}

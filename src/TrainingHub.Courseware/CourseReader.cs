using TrainingHub.Courses;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Reads a course's folder, checks everything in it, and freezes it by hash.</summary>
public static class CourseReader
{
    /// <summary>Reads the course and the standards and documents in the folders beside it. The same files give the same outcome everywhere.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CourseOutcome Read(string folder)
    {
        var files = new CourseFolder(folder);
        return Inspect(files.Slug, files, new CourseSetting(), CancellationToken.None).Outcome;
    }

    /// <summary>Reads a course from anywhere, and tells what could be read of it even when it cannot be published.</summary>
    /// <param name="slug">Name of the course's folder.</param>
    /// <param name="source">Its files.</param>
    /// <param name="setting">Where it is read.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CourseInspection Inspect(string slug, ICourseFiles source, CourseSetting setting, CancellationToken cancel)
    {
        var log = new ProblemLog();
        var files = CourseFiles.Load(slug, source, log, cancel);
        var shelf = StandardsReader.Read(files, setting, log, cancel);
        var media = new MediaShelf(files.Media, files.MediaNames, file => (setting.PictureAddress ?? Published)(file.Name, file.Hash));
        var documents = new DocumentsReader(shelf, log).Read(files);
        var reading = new QuestionsReader(shelf, documents, new MediaShelf(files.QuestionMedia, files.QuestionMediaNames, file => file.Hash, "questions"), log);
        var drafts = reading.Read(files.Questions, cancel);
        var sawAll = reading.ReadEveryFile && files.Questions.Count == files.QuestionPaths.Count;
        new QuestionRules(log).Check(drafts);
        List<QuestionVersion> questions = [.. drafts.Select(draft => draft.Version).OfType<QuestionVersion>()];
        var quizzes = new QuizzesReader(log).Read(files.Quizzes, sawAll && IsSound(drafts) ? questions : null);
        var lessons = new LessonReader(new LessonPage(shelf, media, log), drafts, sawAll, log).Read(files, cancel);
        var head = files.Course is null ? null : ReadCourse(files.Course, files, log);
        var content = files.Course is { } course && head is not null && !log.HasErrors
            ? head with { Lessons = lessons, Questions = questions, Quizzes = quizzes, Hash = HashOf(files, course, shelf, documents) }
            : null;
        return new CourseInspection(
            content is null ? new CourseOutcome.Refused(log.Sorted) : new CourseOutcome.Read(content, shelf.Filed, log.Sorted),
            log.Sorted,
            lessons,
            PlacedOf(drafts),
            [.. shelf.NeededFiles, .. documents.CitedFiles.Select(file => file.Path)],
            shelf.Brought,
            SoundOf(shelf, log))
        {
            Slug = head?.Slug ?? "",
            Quizzes = quizzes,
            Counts = new CourseCounts(lessons.Count, drafts.Count, drafts.Count(draft => draft.Basis is not null), drafts.Count(draft => draft.Basis is Basis.OfClause)),
        };

        string Published(string name, string hash) => $"/courses/{slug}/files/{hash}/{Uri.EscapeDataString(name)}";
    }

    // What is wrong with a course is nothing against the standards beside it.
    private static IReadOnlyList<StandardEdition> SoundOf(StandardShelf shelf, ProblemLog log)
    {
        var broken = log.Sorted.Where(problem => problem.Severity is ProblemSeverity.Error).Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        return [.. shelf.Filed.Where(edition => !shelf.FilesOf(edition).Any(broken.Contains))];
    }

    private static List<PlacedQuestion> PlacedOf(IEnumerable<QuestionDraft> drafts) =>
    [
        .. from draft in drafts
           let question = draft.Version
           where question is not null
           select new PlacedQuestion(draft.IdPlace.File, draft.IdPlace.Line ?? 1, question) { StemLine = draft.StemPlace.Line ?? 1 },
    ];

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
            Title = fields.Text("title", CourseLimits.Title),
            TitleEn = fields.Text("titleEn", CourseLimits.Title),
            Summary = fields.Text("summary", CourseLimits.Summary),
            SummaryEn = fields.Text("summaryEn", CourseLimits.Summary),
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

    private static string HashOf(CourseFiles files, SourceFile course, StandardShelf shelf, DocumentShelf documents) =>
        ContentHash.Of(
        [
            course, .. files.Lessons, .. files.Questions, .. files.Quizzes, .. shelf.CitedFiles, .. documents.CitedFiles,
            .. files.Documents.Where(file => !CoursePaths.IsShared(file.Path)),
            .. files.Media.Values.Concat(files.QuestionMedia.Values).Select(file => new SourceFile(file.Path, file.Hash)),
        ]);
}

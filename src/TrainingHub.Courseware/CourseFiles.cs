using System.Text;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courseware;

/// <summary>The files of one course and of the standards beside it, each group by ordinal file name: the same on every machine.</summary>
internal sealed class CourseFiles
{
    private const int LargestFile = 2 * 1024 * 1024;

    // About 65,000 Chinese characters, four hours of reading: far more than one lesson holds.
    private const int LargestLesson = 200 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ICourseFiles source;
    private readonly ProblemLog log;
    private readonly List<string> paths;
    private readonly CancellationToken cancel;
    private long textBytes;

    private CourseFiles(string slug, ICourseFiles source, ProblemLog log, CancellationToken cancel)
    {
        (Slug, this.source, this.log, this.cancel) = (slug, source, log, cancel);
        // Hidden files are the machine's, not the author's.
        paths = [.. source.Paths.Where(path => !path.Split('/').Any(part => part.StartsWith('.'))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Name of the course's folder.</summary>
    public string Slug { get; }

    public SourceFile? Course { get; private set; }

    public IReadOnlyList<SourceFile> Lessons { get; private set; } = [];

    public IReadOnlyList<SourceFile> Questions { get; private set; } = [];

    public IReadOnlyList<SourceFile> Quizzes { get; private set; } = [];

    public IReadOnlyList<SourceFile> Standards { get; private set; } = [];

    /// <summary>Like the other paths: of every such file, readable or not.</summary>
    public IReadOnlyList<string> StandardPaths { get; private set; } = [];

    /// <summary>Named documents: beside the courses, and the course's own.</summary>
    public IReadOnlyList<SourceFile> Documents { get; private set; } = [];

    public IReadOnlyList<string> DocumentPaths { get; private set; } = [];

    public IReadOnlyList<string> QuestionPaths { get; private set; } = [];

    public IReadOnlyList<string> QuizPaths { get; private set; } = [];

    public IReadOnlyList<string> LessonPaths { get; private set; } = [];

    /// <summary>Pictures, videos and captions, by their name in the folder pictures.</summary>
    public IReadOnlyDictionary<string, MediaFile> Media { get; private set; } = new Dictionary<string, MediaFile>(StringComparer.Ordinal);

    /// <summary>Names of all such files, unsafe ones too.</summary>
    public IReadOnlySet<string> MediaNames { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Pictures beside the questions, by name. They are no part of a lesson: whoever could read them there would know the paper.</summary>
    public IReadOnlyDictionary<string, MediaFile> QuestionMedia { get; private set; } = new Dictionary<string, MediaFile>(StringComparer.Ordinal);

    /// <summary>Names of all such files, unsafe ones too.</summary>
    public IReadOnlySet<string> QuestionMediaNames { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    public static CourseFiles Load(string slug, ICourseFiles source, ProblemLog log, CancellationToken cancel)
    {
        var files = new CourseFiles(slug, source, log, cancel);
        files.LoadCourse();
        files.LessonPaths = files.PathsOf($"{files.Slug}/lessons", ".md");
        files.Lessons = files.ReadAll(files.LessonPaths, CourseLimits.Lessons);
        files.QuestionPaths = files.PathsOf($"{files.Slug}/questions", ".yml");
        files.Questions = files.ReadAll(files.QuestionPaths, CourseLimits.Questions);
        files.QuizPaths = files.PathsOf($"{files.Slug}/quizzes", ".yml");
        files.Quizzes = files.ReadAll(files.QuizPaths, CourseLimits.Quizzes);
        files.StandardPaths = files.PathsOf(CoursePaths.Standards, ".yml");
        files.Standards = files.ReadAll(files.StandardPaths, CourseLimits.Standards);
        files.DocumentPaths = [.. files.PathsOf(CoursePaths.Documents, ".yml"), .. files.PathsOf($"{files.Slug}/{CoursePaths.OwnDocuments}", ".yml")];
        files.Documents = files.ReadAll(files.DocumentPaths, CourseLimits.Standards);
        (files.Media, files.MediaNames) = files.ReadMedia(CoursePaths.Pictures, path => MediaKinds.Of(path) is not MediaKind.None);
        (files.QuestionMedia, files.QuestionMediaNames) = files.ReadMedia(CoursePaths.Questions, path => MediaKinds.Of(path) is MediaKind.Jpeg or MediaKind.Png);
        files.WarnOfStrangers();
        UnwrittenPlaces.Check([.. files.Course is { } course ? [course] : Array.Empty<SourceFile>(), .. files.Lessons, .. files.Questions, .. files.Quizzes, .. files.Documents], log);
        return files;
    }

    private void LoadCourse()
    {
        var path = $"{Slug}/course.yml";
        if (paths.Contains(path, StringComparer.Ordinal))
        {
            Course = Read(path);
            return;
        }

        log.Error(
            new Place(path, null),
            "course-file-missing",
            ("没有找到课程文件。", "The course's file was not found."),
            ($"在课程文件夹“{Slug}”里建立 course.yml。", $"Create course.yml in the folder '{Slug}'."));
    }

    private List<SourceFile> ReadAll(IReadOnlyList<string> paths, int most)
    {
        if (paths.Count > most)
        {
            log.Error(
                new Place(paths[most], null),
                "files-too-many",
                ($"这个文件夹有{paths.Count:#,0}个文件，超过{most:#,0}个。", $"This folder has {paths.Count:#,0} files, more than {most:#,0}."),
                ("合并文件，或者分成几门课程。", "Join files, or make several courses."));
        }

        return [.. paths.Take(most).Select(Read).OfType<SourceFile>()];
    }

    /// <summary>The files right in a folder, not in folders below it.</summary>
    private List<string> PathsOf(string directory, string extension) =>
    [
        .. paths.Where(path => path.StartsWith($"{directory}/", StringComparison.Ordinal)
            && path.EndsWith(extension, StringComparison.Ordinal)
            && !path[(directory.Length + 1)..].Contains('/', StringComparison.Ordinal)),
    ];

    private (Dictionary<string, MediaFile> Media, HashSet<string> Names) ReadMedia(string folder, Func<string, bool> isTaken)
    {
        var media = new Dictionary<string, MediaFile>(StringComparer.Ordinal);
        var all = PathsOf($"{Slug}/{folder}", "").Where(isTaken).ToList();
        foreach (var path in all)
        {
            cancel.ThrowIfCancellationRequested();
            if (!IsLink(path) && MediaReader.Read(path, source.LengthOf(path), () => source.LookAt(path), log) is { } file)
            {
                media.Add(file.Name, file);
            }
        }

        return (media, all.Select(path => path[(path.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal));
    }

    private void WarnOfStrangers()
    {
        foreach (var path in paths.Where(path => !IsExpected(path)))
        {
            log.Warning(
                new Place(path, null),
                "file-unexpected",
                ("课程里不会用到这个文件。", "The course does not use this file."),
                ("课时放在 lessons/NN-名称.md，题目（和题目的图片）放在 questions，测验放在 quizzes/*.yml，依据的文件放在 documents/*.yml，图片（jpg、png）和视频（mp4、vtt）放在 pictures；不需要的删除。",
                    "Lessons go to lessons/NN-name.md, questions (and their pictures) to questions, quizzes to quizzes/*.yml, named documents to documents/*.yml, pictures (jpg, png) and videos (mp4, vtt) to pictures; delete what is not needed."));
        }
    }

    private bool IsExpected(string path) => path.Split('/') switch
    {
        [CoursePaths.Standards or CoursePaths.Documents, var name] => name.EndsWith(".yml", StringComparison.Ordinal),
        [var folder, ..] when !string.Equals(folder, Slug, StringComparison.Ordinal) => false,
        [_, "course.yml"] or [_, "README.md"] => true,
        [_, "lessons", var name] => name.EndsWith(".md", StringComparison.Ordinal),
        [_, CoursePaths.Questions, var name] when MediaKinds.Of(name) is MediaKind.Jpeg or MediaKind.Png => true,
        [_, CoursePaths.Questions or "quizzes" or CoursePaths.OwnDocuments, var name] => name.EndsWith(".yml", StringComparison.Ordinal),
        [_, CoursePaths.Pictures, var name] => MediaKinds.Of(name) is not MediaKind.None,
        _ => false,
    };

    private bool IsLink(string path)
    {
        if (!source.IsLink(path))
        {
            return false;
        }

        log.Error(
            new Place(path, null),
            "file-is-link",
            ("这是一个链接，不是文件。", "This is a link, not a file."),
            ("换成文件本身。", "Put the file itself there."));
        return true;
    }

    private SourceFile? Read(string path)
    {
        cancel.ThrowIfCancellationRequested();
        if (IsLink(path))
        {
            return null;
        }

        return IsTooLarge(path, source.LengthOf(path)) ? null : Decode(path, source.Read(path));
    }

    private bool IsTooLarge(string path, long length)
    {
        if (path.StartsWith($"{Slug}/lessons/", StringComparison.Ordinal) && length > LargestLesson)
        {
            log.Error(
                new Place(path, 1),
                "lesson-too-large",
                ($"这一课有{length:#,0}字节，超过200 KB（约6.5万字），手机上打不开、也读不完。", $"The lesson has {length:#,0} bytes, more than 200 KB: too much to load and to read on a phone."),
                ("按二级标题拆成几课，每课15到30分钟，各有自己的检查题；长的原文放进标准的条款里引用。",
                    "Split it at its second-level headings into lessons of 15 to 30 minutes with checks of their own; enter long source texts as clauses and cite them."));
            return true;
        }

        if (length > LargestFile)
        {
            log.Error(
                new Place(path, 1),
                "file-too-large",
                ($"文件有{length:#,0}字节，超过2 MB。", $"The file has {length:#,0} bytes, more than 2 MB."),
                ("拆成几个文件，或者删去不需要的内容。", "Split it, or remove what is not needed."));
            return true;
        }

        textBytes += length;
        if (textBytes > CourseLimits.TextBytes)
        {
            log.Error(
                new Place(path, 1),
                "course-too-large",
                ($"到这个文件为止，文字合计超过{CourseLimits.TextBytes / 1024 / 1024} MB。", $"Up to this file the texts have more than {CourseLimits.TextBytes / 1024 / 1024} MB together."),
                ("分成几门课程。", "Make several courses."));
            return true;
        }

        return false;
    }

    private SourceFile? Decode(string path, byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return new SourceFile(path, WithLineFeeds(text.TrimStart('\uFEFF')));
            }
        }
        catch (DecoderFallbackException)
        {
            // Said below, in the author's words.
        }

        log.Error(
            new Place(path, FirstBadLine(bytes)),
            "file-not-utf8",
            ("文件不是UTF-8编码，可能是GBK（ANSI）或者UTF-16。", "The file is not UTF-8; it may be GBK (ANSI) or UTF-16."),
            ("在编辑器里选“另存为”，编码选UTF-8。", "Save it again with the encoding UTF-8."));
        return null;
    }

    // ReplaceLineEndings would take form feeds and Unicode separators for line ends too.
    private static string WithLineFeeds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static int FirstBadLine(byte[] bytes)
    {
        var good = 0;
        while (good < bytes.Length
            && Rune.DecodeFromUtf8(bytes.AsSpan(good), out var rune, out var length) is System.Buffers.OperationStatus.Done
            && rune.Value is not 0)
        {
            good += length;
        }

        return 1 + bytes.AsSpan(0, good).Count((byte)'\n');
    }
}

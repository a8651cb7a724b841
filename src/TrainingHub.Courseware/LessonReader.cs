using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Courses;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a course's lessons: front matter, checks, and the body as HTML.</summary>
/// <param name="page">Renders the bodies.</param>
/// <param name="questions">The course's questions, as far as they could be read.</param>
/// <param name="sawAllQuestions">False when a question file was broken: a check that is not found may stand in it.</param>
/// <param name="log">Takes what is wrong.</param>
internal sealed partial class LessonReader(LessonPage page, IReadOnlyList<QuestionDraft> questions, bool sawAllQuestions, ProblemLog log)
{
    private readonly ILookup<string, QuestionDraft> questionsOf = questions.ToLookup(question => question.Id, StringComparer.Ordinal);

    public IReadOnlyList<LessonContent> Read(CourseFiles files, CancellationToken cancel)
    {
        CheckNames(files);
        return [.. files.Lessons.Select(file => ReadLesson(file, cancel)).OfType<LessonContent>().OrderBy(lesson => lesson.Number)];
    }

    private LessonContent? ReadLesson(SourceFile file, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (FrontMatter.Split(file, log) is not { } parts
            || Fields.From(YamlText.Parse(parts.Yaml, file.At(1), log), file.At(1), log) is not { } fields)
        {
            return null;
        }

        var title = fields.Text("title", CourseLimits.Title);
        var minutes = fields.Number("minutes", 1, 600);
        var checks = fields.Texts("checks");
        fields.RefuseOthers();
        CheckChecks(checks, fields.PlaceOf("checks"));
        var body = page.Render(parts.Body, file.At(parts.BodyStart));
        if (body.Html.Length > CourseLimits.Html)
        {
            log.Error(
                file.At(1),
                "lesson-too-large",
                ("这一课连同引用的条款太长，手机上打不开。", "With the clauses that it quotes this lesson is too long to open on a phone."),
                ("拆成几课，同一条款只引用一次。", "Make several lessons of it, and quote a clause once."));
        }

        return NamePattern().Match(file.Name) is { Success: true } name
            ? new LessonContent(
                name.Groups["slug"].Value,
                int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture),
                title,
                minutes ?? 0,
                body.Html,
                [.. checks.Select(check => check.Text)])
            {
                Clauses = body.Clauses,
                Hash = HashOf($"{title}\n{parts.Body}"),
                BodyHash = HashOf(parts.Body),
            }
            : null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void CheckChecks(IReadOnlyList<(string Text, Place Place)> checks, Place place)
    {
        foreach (var repeated in checks.GroupBy(check => check.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            log.Error(
                repeated.Place,
                "check-repeated",
                ($"检查题“{repeated.Text}”重复。", $"The check question '{repeated.Text}' is repeated."),
                ("每道题只写一次。", "Name each question once."));
        }

        foreach (var (id, line) in checks)
        {
            CheckUse(id, line);
        }

        // A missing list is in the log already, and so is what is named twice.
        if (checks.Count > 0 && CheckPoolRule.CheckSize(checks.Count) is { } small)
        {
            Report(small, checks.Count, place);
        }

        CheckMix([.. checks.Select(check => check.Text).Distinct(StringComparer.Ordinal)], place);
    }

    private void CheckMix(IReadOnlyCollection<string> ids, Place place)
    {
        List<QuestionVersion> pool =
        [
            .. from question in questions
               let version = question.Version
               where version is not null && ids.Contains(question.Id, StringComparer.Ordinal)
               select version,
        ];

        // Nothing is said of the mix while a question of it cannot be read.
        foreach (var fault in pool.Count == ids.Count ? CheckPoolRule.CheckMix(pool) : [])
        {
            Report(fault, pool.Count, place);
        }
    }

    private void Report(CheckPoolFault fault, int count, Place place)
    {
        var (code, what, mend) = fault.Kind switch
        {
            CheckPoolFaultKind.TooFew => (
                "checks-too-few",
                ($"只有{count}道检查题，试几次就能碰对。", $"There are only {count} check questions; a few tries lead through them."),
                ($"每课至少写{CheckPoolRule.Fewest}道检查题。", $"Name at least {CheckPoolRule.Fewest} check questions per lesson.")),
            CheckPoolFaultKind.MostlyTrueFalse => (
                "checks-true-false",
                ($"{count}道检查题里有{fault.Found}道判断题，超过一半，猜也能对。", $"{fault.Found} of {count} check questions are true/false: more than half, and half of them are guessed."),
                ("换成有四个选项的单选题或者多选题。", "Use single or multiple choice with four options instead.")),
            CheckPoolFaultKind.TwoOptions => (
                "checks-two-options",
                ($"检查题“{fault.First?.Prompt.Id}”等{fault.Found}道单选题只有两个选项。", $"{fault.Found} single-choice checks, '{fault.First?.Prompt.Id}' first, have two options only."),
                ("补上似是而非的错误选项，最好一共四个。", "Add plausible wrong options, four in all if possible.")),
            CheckPoolFaultKind.ToldByLength => (
                "checks-told-by-length",
                ($"{count}道检查题里有{fault.Found}道看选项长短就能答对，超过{CheckPoolRule.MostPercentByLength}%。", $"In {fault.Found} of {count} check questions the length of the options tells the answer: more than {CheckPoolRule.MostPercentByLength} %."),
                ("缩短正确选项，或者把错误选项写得同样具体。", "Shorten right options, or make wrong ones as specific.")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        log.Error(place, code, what, mend);
    }

    private void CheckUse(string id, Place place)
    {
        if (questionsOf[id].FirstOrDefault() is not { } question)
        {
            if (!sawAllQuestions)
            {
                return;
            }

            log.Error(
                place,
                "check-unknown",
                ($"没有编号为“{id}”的题目。", $"There is no question '{id}'."),
                ("改正编号，或者在questions里补上这道题。", "Correct the id, or add the question under questions."));
        }
        else if (question.Use is QuestionUse.Examination)
        {
            log.Error(
                place,
                "check-examination-only",
                ($"“{id}”是考试专用题，用作检查题会泄露答案。", $"'{id}' is for examinations only; as a check it would give its answer away."),
                ("换一道练习题，或者把这道题的use改为practice或both。", "Choose a practice question, or make its use practice or both."));
        }
        else if (question.Version is { Prompt: { IsChoice: false } or { Case: not null } or { Picture: not null } })
        {
            log.Error(
                place,
                "check-not-choice",
                ($"“{id}”不能用作检查题：课时里只问不带案例和图片的选择题、判断题。", $"'{id}' cannot be a check: lessons ask questions of choice alone, without case or picture."),
                ("换一道单选、多选或者判断题。", "Choose a single-choice, multiple-choice or true/false question."));
        }
    }

    private void CheckNames(CourseFiles files)
    {
        if (files.LessonPaths.Count is 0)
        {
            log.Error(
                new Place($"{files.Slug}/lessons", null),
                "lessons-missing",
                ("没有课时文件。", "There are no lesson files."),
                ("建立lessons/01-名称.md。", "Create lessons/01-name.md."));
        }

        List<(string Path, int Number, string Slug)> lessons = [];
        foreach (var path in files.LessonPaths)
        {
            if (NamePattern().Match(path[(path.LastIndexOf('/') + 1)..]) is not { Success: true } name || !Slugs.IsValid(name.Groups["slug"].Value))
            {
                log.Error(
                    new Place(path, null),
                    "lesson-name",
                    ("课时文件名不对。", "The lesson's file name is wrong."),
                    ("按“01-doors.md”的样子写：两位数字、连字符、小写字母和数字，名称最多80个字符。", "Write it like 01-doors.md: two digits, a hyphen, lowercase letters and digits, at most 80 characters."));
                continue;
            }

            lessons.Add((path, int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture), name.Groups["slug"].Value));
        }

        CheckNumbers(files.Slug, lessons);
    }

    private void CheckNumbers(string course, List<(string Path, int Number, string Slug)> lessons)
    {
        foreach (var (path, number, slug) in lessons)
        {
            if (lessons.Find(other => other.Number == number || string.Equals(other.Slug, slug, StringComparison.Ordinal)).Path is { } first
                && !string.Equals(first, path, StringComparison.Ordinal))
            {
                log.Error(
                    new Place(path, null),
                    "lesson-repeated",
                    ($"课时的序号或者名称与{first}重复。", $"The lesson's number or name is that of {first}."),
                    ("序号和名称各不相同。", "Give every lesson its own number and name."));
            }
        }

        var last = lessons.Count is 0 ? 0 : lessons.Max(lesson => lesson.Number);
        foreach (var missing in Enumerable.Range(1, last).Except(lessons.Select(lesson => lesson.Number)))
        {
            log.Error(
                new Place($"{course}/lessons", null),
                "lesson-missing",
                ($"缺少第{missing:00}课的文件。", $"The file of lesson {missing:00} is missing."),
                ("补上文件，或者把后面的课时重新编号。", "Add the file, or renumber the later lessons."));
        }
    }

    [GeneratedRegex("^(?<number>[0-9]{2})-(?<slug>[a-z0-9]+(-[a-z0-9]+)*)\\.md$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}

using System.Text;
using TrainingHub.Courseware;

namespace TrainingHub.UnitTests.Courseware;

/// <summary>A small course without a fault, in a folder of its own; each test spoils one thing.</summary>
internal sealed class CourseFolder : IDisposable
{
    public const string Standard = "_standards/fire-law.yml";
    public const string Course = "doors/course.yml";
    public const string Lesson = "doors/lessons/01-exits.md";
    public const string Questions = "doors/questions/all.yml";
    public const string Quiz = "doors/quizzes/final.yml";
    public const string Statements = "_documents/fire-law.yml";
    public const string Document = "_documents/county-plan.yml";
    public const string OwnDocument = "doors/documents/some-rules.yml";

    private readonly string root = Directory.CreateTempSubdirectory("courses-").FullName;

    public CourseFolder()
    {
        Write(Standard, """
            slug: fire-law
            title: 某消防规定
            edition: "2021"
            number: 某令第1号
            issuer: 某机关
            issued: 2021-04-29
            inForceFrom: 2021-05-01
            status: inForce
            clauses:
              - number: 第一条
                title: 出口
                text: 安全出口保持畅通。
                seen: V
              - number: 第二条
                text: 只听说过的一条。
                seen: V-转
            """);
        Write(Course, """
            slug: doors
            title: 安全出口
            titleEn: Exits
            summary: 看懂安全出口。
            summaryEn: Exits explained.
            audience:
              - principal
              - teacher
            creditMinutes: 45
            quiz: final
            """);
        Write(Lesson, """
            ---
            title: 出口
            minutes: 20
            checks:
              - q-single
              - q-true
              - c-1
              - c-2
              - c-3
              - c-4
              - c-5
              - c-6
            ---
            ## 看什么

            先看门。
            """);
        Write(Questions, """
            - id: q-single
              kind: single
              use: both
              difficulty: 1
              stem: 安全出口应当怎样？
              options:
                - 锁闭
                - 畅通
                - 堆放物品
              answer: B
              explanation: 出口要畅通。
              basis:
                standard: fire-law
                edition: "2021"
                clause: 第一条
            - id: q-true
              kind: trueFalse
              use: practice
              difficulty: 2
              stem: 上课时可以锁闭疏散门。
              answer: false
              explanation: 不可以。
              basis: {standard: fire-law, edition: "2021", statement: 疏散门不上锁}
            - id: q-multiple
              kind: multiple
              use: examination
              difficulty: 3
              stem: 哪些地方不能堆放物品？
              options: [楼梯间, 疏散通道, 储藏室]
              answer: AB
              explanation: 前两处用于疏散。
              basis: {document: 某县工作方案（某文〔2024〕1号）, area: 某县, statement: 通道不堆物}
            """);
        Write("doors/questions/checks.yml", Checks());
        Write(Statements, """
            standard: fire-law
            edition: "2021"
            seen: V-转
            statements:
              - 疏散门不上锁
            unverified:
              - 只听说过的说法
            """);
        Write(Document, """
            id: county-plan
            title: 某县工作方案
            number: 某文〔2024〕1号
            area: 某县
            status: inForce
            seen: V
            statements:
              - 通道不堆物
            """);
        Write(OwnDocument, """
            id: some-rules
            title: 某文件
            issued: "2024-03"
            status: inForce
            seen: V
            statements:
              - 如此
            """);
        Write(Quiz, """
            slug: final
            title: 结业测验
            titleEn: Final quiz
            minutes: 30
            passPercent: 80
            attempts: 0
            waitMinutes: 10
            sections:
              - kind: single
                count: 1
                points: 5
              - kind: multiple
                count: 1
                points: 10
            """);
    }

    /// <summary>Six multiple-choice questions for practice that nobody gets right by letters or by length.</summary>
    private static string Checks()
    {
        string[] stems = ["巡查楼梯时看到什么要登记", "哪些人要参加夜间值守", "开学前检查配电室的哪些地方", "食堂收货当天留下哪些凭据", "组织春游以前准备哪些材料", "实验结束后收好哪些器具"];
        string[] answers = ["AB", "CD", "BC", "AD", "ABC", "BCD"];
        return string.Join('\n', stems.Zip(answers, (stem, answer) => (stem, answer)).Select((question, at) => $"""
            - id: c-{at + 1}
              kind: multiple
              use: practice
              difficulty: 1
              stem: {question.stem}？
              options: [甲项{at}, 乙项{at}, 丙项{at}, 丁项{at}]
              answer: {question.answer}
              explanation: 见课文。
              basis: {"{"}document: some-rules, statement: 如此{"}"}
            """));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    public CourseFolder Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    public CourseFolder Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(OnDisk(path)) ?? root);
        File.WriteAllBytes(OnDisk(path), bytes);
        return this;
    }

    /// <summary>Replaces a text that stands exactly once in the file.</summary>
    public CourseFolder Replace(string path, string old, string replacement)
    {
        var text = ReadText(path);
        Assert.Equal(2, text.Split(old).Length);
        return Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public CourseFolder Append(string path, string text) => Write(path, ReadText(path) + "\n" + text);

    public CourseFolder Delete(string path)
    {
        File.Delete(OnDisk(path));
        return this;
    }

    public CourseFolder Link(string path, string target)
    {
        File.CreateSymbolicLink(OnDisk(path), target);
        return this;
    }

    public string ReadText(string path) => File.ReadAllText(OnDisk(path));

    public CourseOutcome Read() => CourseReader.Read(OnDisk("doors"));

    public CourseInspection Inspect() => CourseReader.Inspect("doors", new TrainingHub.Courseware.Files.CourseFolder(OnDisk("doors")), new CourseSetting(), CancellationToken.None);

    /// <summary>All courses of the folder, held against each other.</summary>
    public IReadOnlyList<InspectedCourse> InspectAll() => CoursesReader.Inspect(root);

    /// <summary>A second course with the same files.</summary>
    public CourseFolder CopyAs(string slug)
    {
        foreach (var file in Directory.EnumerateFiles(OnDisk("doors"), "*", SearchOption.AllDirectories))
        {
            Write(Path.Combine(slug, Path.GetRelativePath(OnDisk("doors"), file)), File.ReadAllBytes(file));
        }

        return this;
    }

    /// <summary>Reads it as publishing on this day does.</summary>
    public CourseInspection Inspect(DateOnly day)
    {
        var files = new TrainingHub.Courseware.Files.CourseFolder(OnDisk("doors"));
        return CourseReader.Inspect(files.Slug, files, new CourseSetting { Day = day }, CancellationToken.None);
    }

    public CourseOutcome.Read Accepted()
    {
        var outcome = Read();
        return outcome is CourseOutcome.Refused refused
            ? throw new InvalidOperationException(string.Join('\n', refused.Problems))
            : Assert.IsType<CourseOutcome.Read>(outcome);
    }

    /// <summary>The rendered lesson with this body.</summary>
    public string Html(string body) => WithBody(body).Accepted().Content.Lessons[0].Html;

    public CourseFolder WithBody(string body) => Replace(Lesson, "先看门。", body);

    /// <summary>File, line and code of every problem.</summary>
    public IEnumerable<(string File, int Line, string Code)> Problems() =>
        (Read() switch
        {
            CourseOutcome.Refused refused => refused.Problems,
            CourseOutcome.Read read => read.Warnings,
            _ => [],
        }).Select(problem => (problem.File, problem.Line, problem.Code));

    private string OnDisk(string path) => Path.Combine(root, path);
}

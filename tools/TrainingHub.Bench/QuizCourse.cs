using System.Globalization;
using System.Text;

namespace TrainingHub.Bench;

/// <summary>
/// A course with a quiz that may be taken as often as one likes, one attempt after the other: ten questions out of a bank of two hundred. It is
/// passed only without a mistake, so that whoever makes one may begin again. Written before the application starts, so that it is read, checked and published like any course.
/// </summary>
internal static class QuizCourse
{
    public const string Folder = "bench-quiz";
    public const string QuizSlug = "bench-ten";

    /// <summary>The same once more, for whoever has an open paper of the first.</summary>
    public const string SecondSlug = "bench-ten-again";

    /// <summary>And once more, for a process that has served papers before what is measured begins.</summary>
    public const string EarlierSlug = "bench-ten-before";

    /// <summary>A paper of one minute.</summary>
    public const string MinuteSlug = "bench-minute";
    public const int Items = 10;
    private const int Singles = 120;
    private const int Multiples = 40;
    private const int Statements = 40;

    private static readonly string[] Things = ["安全出口", "疏散通道", "灭火器", "消火栓", "应急照明", "报警装置", "防火门", "电线", "燃气管道", "气瓶", "护栏", "门窗", "电梯", "危险化学品", "标志", "监控"];
    private static readonly string[] Deeds = ["应当立即整改", "应当每月检查", "应当每年检测", "应当停止使用", "应当报告主管部门", "应当设置警示", "应当组织演练", "应当登记台账"];
    private static readonly string[] Sets = ["AB", "CD", "AC", "BD", "AD", "BC"];

    /// <summary>Beside a copy of the courses that travel with the application, on which the world rests.</summary>
    public static void WriteBeside(string folder, string shipped)
    {
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? folder);
            File.Copy(file, copy);
        }

        Write(Path.Combine(folder, Folder));
    }

    private static void Write(string folder)
    {
        Array.ForEach(["lessons", "questions", "quizzes"], name => Directory.CreateDirectory(Path.Combine(folder, name)));
        File.WriteAllText(Path.Combine(folder, "course.yml"),
            $"slug: {Folder}\ntitle: 测试课程\ntitleEn: Bench\nsummary: 测试\nsummaryEn: Bench\naudience: [teacher]\ncreditMinutes: 45\nquiz: bench-final\n");
        File.WriteAllText(Path.Combine(folder, "lessons", "01-only.md"), "---\ntitle: 测试课时\nminutes: 45\nchecks: [s0, s1, s2, s3, s4, s5, s6, s7]\n---\n\n每月检查一次。\n");
        File.WriteAllText(Path.Combine(folder, "quizzes", "bench-final.yml"), Quiz("bench-final", minutes: 30));
        File.WriteAllText(Path.Combine(folder, "quizzes", $"{QuizSlug}.yml"), Quiz(QuizSlug, minutes: 30));
        File.WriteAllText(Path.Combine(folder, "quizzes", $"{SecondSlug}.yml"), Quiz(SecondSlug, minutes: 30));
        File.WriteAllText(Path.Combine(folder, "quizzes", $"{EarlierSlug}.yml"), Quiz(EarlierSlug, minutes: 30));
        File.WriteAllText(Path.Combine(folder, "quizzes", $"{MinuteSlug}.yml"), Quiz(MinuteSlug, minutes: 1));
        File.WriteAllText(Path.Combine(folder, "questions", "all.yml"), Questions());
    }

    private static string Quiz(string slug, int minutes) =>
        $"slug: {slug}\ntitle: 测验 {slug}\ntitleEn: Quiz {slug}\nminutes: {minutes}\npassPercent: 100\nattempts: 0\nwaitMinutes: 0\nsections:\n"
        + "  - {kind: single, count: 6, points: 10}\n  - {kind: multiple, count: 2, points: 10}\n  - {kind: trueFalse, count: 2, points: 10}\n";

    // The number in each stem and option keeps the linter from taking two of these made-up questions for one.
    private static string Questions()
    {
        var text = new StringBuilder();
        for (var number = 0; number < Singles + Multiples + Statements; number++)
        {
            var (id, kind, answer) = number switch
            {
                < Singles => ($"s{number}", "single", ((char)('A' + number % 4)).ToString()),
                < Singles + Multiples => ($"m{number - Singles}", "multiple", Sets[number % Sets.Length]),
                _ => ($"t{number - Singles - Multiples}", "trueFalse", number % 2 == 0 ? "true" : "false"),
            };
            var options = number < Singles + Multiples
                ? $"  options: [{Deeds[number % 8]}{number}甲, {Deeds[(number + 1) % 8]}{number}乙, {Deeds[(number + 2) % 8]}{number}丙, {Deeds[(number + 3) % 8]}{number}丁]\n"
                : "";
            text.Append(CultureInfo.InvariantCulture,
                $"- id: {id}\n  kind: {kind}\n  use: both\n  difficulty: 1\n  stem: 第{number}题，{Things[number % 16]}和{Things[(number / 16 + 5) % 16]}{number * 37}处出现问题的，怎样认定和处理？\n{options}  answer: {answer}\n  explanation: 依据判定指南第三条，{Things[number % 16]}{Deeds[number % 8]}。\n  basis: {{standard: major-hazards-guideline, edition: \"2024\", clause: 第二条}}\n");
        }

        return text.ToString();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TrainingHub.Bench;

/// <summary>
/// Searches 2,000 clauses and 5,000 questions for words of two to four characters, as a signed-in reader does: full pages over HTTP. What is
/// searched is written before the application starts, so that it is read, checked and published like any course.
/// </summary>
internal sealed class SearchJob(BenchOptions options, Application application) : IDisposable
{
    private const int Standards = 20;
    private const int ClausesEach = 100;
    private const int Courses = 10;
    private const int QuestionsEach = 500;
    private const int Readers = 4;

    // Pieces of which stems and clauses are put together: every two-character word of them occurs in some places and not in others.
    private static readonly string[] Places = ["教学楼", "图书馆", "学生宿舍", "食堂", "实验室", "操场", "校车", "锅炉房", "配电室", "午休室", "体育馆", "报告厅", "门卫室", "仓库", "连廊", "地下室"];
    private static readonly string[] Things = ["安全出口", "疏散通道", "灭火器", "消火栓", "应急照明", "报警装置", "防火门", "电线", "燃气管道", "气瓶", "护栏", "门窗", "电梯", "危险化学品", "标志", "监控"];
    private static readonly string[] Faults = ["被锁闭", "被占用", "失效", "过期", "缺失", "损坏", "没有登记", "没有检测", "没有专人管理", "违规存放", "私拉乱接", "遮挡"];
    private static readonly string[] Deeds = ["应当立即整改", "应当每月检查", "应当每年检测", "应当停止使用", "应当报告主管部门", "应当设置警示", "应当组织演练", "应当登记台账"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    private readonly Windows _windows = new(TimeSpan.FromSeconds(options.Seconds));

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var reader = new Visitor(_http, "YL0001", "陆言秋");
        await reader.SignInAsync();
        await CountAsync(reader);
        Console.WriteLine($"warm-up of {options.Warmup} s");
        await Windows.RunOnceAsync(TimeSpan.FromSeconds(options.Warmup), Readers, worker => SearchAsync(reader, worker));
        var turns = new int[Readers];
        var found = await _windows.RunAsync("search", Readers, worker => SearchAsync(reader, worker * 7919 + turns[worker]++));
        var alone = await _windows.RunAsync("alone", 1, worker => SearchAsync(reader, 31 + turns[worker]++));
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["clauses"] = Standards * ClausesEach,
            ["questions"] = Courses * QuestionsEach,
            ["searchesPerSecond"] = Windows.Median(found.Select(window => window.PerSecond)),
            ["searchP95Ms"] = Windows.Median(alone.Select(window => window.Percentile(0.95))),
            ["searchP95MsFourAtOnce"] = Windows.Median(found.Select(window => window.Percentile(0.95))),
            ["errors"] = _windows.Errors,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Writes the folder that the application publishes at its start: beside the courses that travel with it, on which the world rests.</summary>
    public static void WriteCourses(string folder, string shipped)
    {
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? folder);
            File.Copy(file, copy);
        }

        for (var standard = 0; standard < Standards; standard++)
        {
            var text = new StringBuilder($"slug: bench-{standard}\ntitle: 测试标准{standard}\nedition: \"2026\"\nnumber: 测〔2026〕{standard}号\nissuer: 测试机关\nissued: 2026-01-01\nstatus: inForce\nclauses:\n");
            for (var clause = 0; clause < ClausesEach; clause++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - number: 第{clause + 1}条\n    title: {Pick(Things, standard, clause)}\n    text: {Sentence(standard, clause)}{Sentence(standard + 3, clause + 5)}{Sentence(standard + 7, clause + 11)}\n    seen: V\n");
            }

            File.WriteAllText(Path.Combine(folder, "_standards", $"bench-{standard}.yml"), text.ToString());
        }

        for (var course = 0; course < Courses; course++)
        {
            WriteCourse(Path.Combine(folder, $"bench-{course}"), course);
        }
    }

    private static void WriteCourse(string folder, int course)
    {
        Array.ForEach(["lessons", "questions", "quizzes"], name => Directory.CreateDirectory(Path.Combine(folder, name)));
        File.WriteAllText(Path.Combine(folder, "course.yml"),
            $"slug: bench-{course}\ntitle: 测试课程{course}\ntitleEn: Bench {course}\nsummary: 测试\nsummaryEn: Bench\naudience: [teacher]\ncreditMinutes: 45\nquiz: bench-final-{course}\n");
        File.WriteAllText(Path.Combine(folder, "lessons", "01-only.md"), $"---\ntitle: 测试课时{course}\nminutes: 45\nchecks: [q0, q1, q2, q3, q4, q5, q6, q7]\n---\n\n{Sentence(course, 1)}\n");
        File.WriteAllText(Path.Combine(folder, "quizzes", $"bench-final-{course}.yml"),
            $"slug: bench-final-{course}\ntitle: 测验{course}\ntitleEn: Quiz {course}\nminutes: 30\npassPercent: 80\nattempts: 0\nwaitMinutes: 0\nsections:\n  - {{kind: single, count: 10, points: 10}}\n");
        var questions = new StringBuilder();
        // The number in each option keeps the linter from taking two of these made-up questions for one.
        for (var question = 0; question < QuestionsEach; question++)
        {
            var place = course * QuestionsEach + question;
            questions.Append(CultureInfo.InvariantCulture, $"- id: q{question}\n  kind: single\n  use: both\n  difficulty: 1\n  stem: 第{place}题，{Sentence(place, place / 16)}对照标准，这样的情形怎样认定？\n  options: [{Pick(Deeds, place, 0)}{place}甲, {Pick(Deeds, place, 1)}{place}乙, {Pick(Deeds, place, 2)}{place}丙, {Pick(Deeds, place, 3)}{place}丁]\n  answer: {(char)('A' + place % 4)}\n  explanation: {Sentence(place, 3)}\n  basis: {{standard: bench-{place % Standards}, edition: \"2026\", clause: 第{place % ClausesEach + 1}条}}\n");
        }

        File.WriteAllText(Path.Combine(folder, "questions", "all.yml"), questions.ToString());
    }

    private static async Task CountAsync(Visitor reader)
    {
        await reader.ReadAsync("/courses/search?q=" + Uri.EscapeDataString("测试标准"), $"条款（{Standards}）");
        Console.WriteLine($"{Standards * ClausesEach} clauses and {Courses * QuestionsEach} questions are published");
    }

    private static async Task<double?> SearchAsync(Visitor reader, int turn)
    {
        var words = (turn % 5) switch
        {
            0 => Pick(Places, turn, 0)[..2],
            1 => Pick(Things, turn, 1)[..2],
            2 => $"{Pick(Things, turn, 2)[^2..]} {Pick(Faults, turn, 3)[^2..]}",
            3 => Pick(Things, turn, 4),
            _ => $"{Pick(Places, turn, 5)} {Pick(Deeds, turn, 6)[2..]}",
        };
        var path = (turn % 3 == 0 ? "/standards?q=" : "/courses/search?q=") + Uri.EscapeDataString(words);
        var since = Stopwatch.GetTimestamp();
        await reader.ReadAsync(path, words.Split(' ')[0]);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static string Sentence(int one, int other) =>
        $"{Pick(Places, one, other)}的{Pick(Things, other, one)}{Pick(Faults, one + other, 1)}的，{Pick(Deeds, one, other + 1)}。";

    private static string Pick(string[] words, int one, int other) => words[(int)(((uint)one * 2_654_435_761 + (uint)other * 40_503) >> 7) % words.Length];
}

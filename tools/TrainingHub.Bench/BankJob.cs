using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Bench;

/// <summary>
/// A bank of very many questions in 500 folders, brought in as files like any: then an author turns its pages, filters it, searches it for words of
/// two to four characters, writes questions and looks at what is near to them, takes all of it as CSV and changes a part of it at once.
/// </summary>
internal sealed class BankJob(BenchOptions options, Application application) : IDisposable
{
    private const string Unit = "云岭市教育局";
    private const int Folders = 500;

    /// <summary>Of them have questions: a person may bring in 60 files an hour.</summary>
    private const int FilledFolders = 50;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    // Pieces that make some words frequent and others rare, as in a real bank.
    private static readonly string[] Places = ["教学楼", "图书馆", "学生宿舍", "食堂", "实验室", "操场", "校车", "锅炉房", "配电室", "体育馆", "报告厅", "门卫室", "仓库", "地下室"];
    private static readonly string[] Things = ["安全出口", "疏散通道", "灭火器", "消火栓", "应急照明", "报警装置", "防火门", "燃气管道", "气瓶", "护栏", "电梯", "监控"];
    private static readonly string[] Filters =
    [
        "", "page=2", "page=400", "kind=Single", "kind=TrueFalse&difficulty=3", "difficulty=2", "status=Draft", "use=Both", "tag=" + Uri.EscapeDataString("消防"), "point=" + Uri.EscapeDataString("用电"),
        "sort=Id", "sort=Kind.down", "sort=Difficulty", "clause=" + Uri.EscapeDataString("第十条"), "attention=true", "edition=2024",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromMinutes(5),
    };

    private readonly Windows _windows = new(TimeSpan.FromSeconds(options.Seconds));
    private readonly Random _random = new(options.Seed);
    private int _written;

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var author = new Visitor(_http, "YL0001", "陆言秋");
        await author.SignInAsync();
        await author.PrepareAsync();
        var since = Stopwatch.GetTimestamp();
        await FillAsync(author);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Rows} questions in {Folders} folders came in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));

        var filters = await FiltersAsync(author);
        Console.WriteLine($"warm-up of {options.Warmup} s");
        var turn = 0;
        await Windows.RunOnceAsync(TimeSpan.FromSeconds(options.Warmup), 1, _ => (turn % 4) switch
        {
            0 => ListAsync(author, filters[turn++ / 4 % filters.Count]),
            1 => SearchAsync(author, turn++),
            2 => NearAsync(author, turn++),
            _ => SaveAsync(author, turn++),
        });
        var lists = await _windows.RunAsync("list", 1, _ => ListAsync(author, filters[turn++ % filters.Count]));
        var searches = await _windows.RunAsync("search", 1, _ => SearchAsync(author, turn++));
        var near = await _windows.RunAsync("near", 1, _ => NearAsync(author, turn++));
        var saves = await _windows.RunAsync("save", 1, _ => SaveAsync(author, turn++));
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["questions"] = options.Rows,
            ["bankListP95Ms"] = Windows.Median(lists.Select(window => window.Percentile(0.95))),
            ["bankSearchP95Ms"] = Windows.Median(searches.Select(window => window.Percentile(0.95))),
            ["bankNearP95Ms"] = Windows.Median(near.Select(window => window.Percentile(0.95))),
            ["bankSaveP95Ms"] = Windows.Median(saves.Select(window => window.Percentile(0.95))),
            ["bankCsvMs"] = await CsvAsync(author),
            ["bankBulkMs"] = await ChangeAsync(author),
            ["errors"] = _windows.Errors,
        };
    }

    public void Dispose() => _http.Dispose();

    private async Task FillAsync(Visitor author)
    {
        for (var folder = FilledFolders; folder < Folders; folder++)
        {
            await author.PostAsync("/questions/folders", [new("unit", Unit), new("parent", ""), new("name", $"文件夹{folder}")]);
        }

        var each = Math.Max(1, (options.Rows + FilledFolders - 1) / FilledFolders);
        for (var (folder, left) = (0, options.Rows); left > 0; folder++, left -= each)
        {
            var address = await author.UploadAsync(
                "/questions/imports", "File", $"题目{folder}.csv", Csv(Math.Min(each, left)),
                [new("Unit", Unit), new("Folder", $"文件夹{folder}"), new("Basis", ""), new("Use", "Both"), new("Source", "")]);
            await WaitAsync(author, address, "Receiving", "Comparing");
            await author.PostAsync($"{address}/application", [], location: address);
            await WaitAsync(author, address, "Taking");
        }
    }

    private static async Task WaitAsync(Visitor author, string address, params string[] states)
    {
        var since = Stopwatch.GetTimestamp();
        while (await author.ReadAsync($"{address}/progress") is var shown && Array.Exists(states, state => shown.Contains($"data-state=\"{state}\"", StringComparison.Ordinal)))
        {
            Visitor.Check(Stopwatch.GetElapsedTime(since) < LongestWait, $"{address} still at work");
            await Task.Delay(20);
        }
    }

    /// <summary>Those that any bank has, and one by its folder and one by its unit.</summary>
    private static async Task<IReadOnlyList<string>> FiltersAsync(Visitor author)
    {
        var page = await author.ReadAsync("/questions/folders?unit=" + Uri.EscapeDataString(Unit));
        var folder = Regex.Match(page, "/questions\\?(?<owner>owner=[0-9a-f-]+)&(amp;)?(?<folder>folder=[0-9a-f-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Visitor.Check(folder.Success, "there is no folder");
        return [.. Filters, folder.Groups["owner"].Value, $"{folder.Groups["owner"].Value}&{folder.Groups["folder"].Value}"];
    }

    private static Task<double?> ListAsync(Visitor author, string filter) => TimedAsync(() => author.ReadAsync("/questions?" + filter, "</html>"));

    private static Task<double?> SearchAsync(Visitor author, int turn)
    {
        var words = (turn % 4) switch
        {
            0 => Places[turn / 4 % Places.Length][..2],
            1 => Things[turn / 4 % Things.Length][^2..],
            2 => $"{Places[turn / 4 % Places.Length]} {Things[turn / 4 % Things.Length]}",
            _ => string.Concat((char)('一' + turn * 37 % 3000), (char)('一' + turn * 91 % 3000)),
        };
        return TimedAsync(() => author.ReadAsync("/questions?q=" + Uri.EscapeDataString(words), "</html>"));
    }

    private Task<double?> NearAsync(Visitor author, int turn) => TimedAsync(async () =>
    {
        // The preview is the same form with what stands beside it: it answers with a page.
        await author.ReadPostedAsync("/questions/preview", Form($"{Stem(turn)}？"), "draft-lint");
    });

    private Task<double?> SaveAsync(Visitor author, int turn) => TimedAsync(() => author.PostAsync("/questions", Form($"第{++_written}道新题{turn}：{Stem(turn)}{Words(12)}？")));

    private static async Task<double?> TimedAsync(Func<Task> action)
    {
        var since = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private async Task<double> CsvAsync(Visitor author)
    {
        var since = Stopwatch.GetTimestamp();
        var text = await author.ReadAsync("/questions.csv");
        Visitor.Check(text.Count(letter => letter is '\n') > options.Rows, "the CSV file is not whole");
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>Tags a third of the bank.</summary>
    private static async Task<double> ChangeAsync(Visitor author)
    {
        var since = Stopwatch.GetTimestamp();
        var address = await author.PostAsync("/questions/changes", [new("everything", "true"), new("difficulty", "2"), new("addTags", "成批")]);
        while ((await author.ReadAsync(address)).Contains("/cancellation", StringComparison.Ordinal))
        {
            Visitor.Check(Stopwatch.GetElapsedTime(since) < LongestWait, "the change does not end");
            await Task.Delay(100);
        }

        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static List<KeyValuePair<string, string>> Form(string stem) =>
    [
        new("IsMarkdown", "false"), new("Unit", Unit), new("Kind", "Single"), new("Stem", stem), new("Options", "每月"), new("Options", "每季度"), new("Options", "每年"), new("Right", "0"),
        new("Explanation", "见要求。"), new("Use", "Both"), new("Difficulty", "2"), new("Document", "学校安全自查清单"), new("Statement", "每月自查一次"), new("Tags", "消防"), new("Points", "日常检查"),
    ];

    private string Stem(int turn) => $"{Places[turn % Places.Length]}的{Things[turn / 3 % Things.Length]}{Words(16)}";

    private byte[] Csv(int questions)
    {
        var text = new StringBuilder("题型,题干,选项A,选项B,选项C,选项D,正确答案,解析,难度,知识点,标签,依据\n");
        for (var number = 0; number < questions; number++)
        {
            var turn = _random.Next(1 << 20);
            var kind = turn % 5 is 0 ? "判断题" : turn % 5 is 1 ? "多选题" : "单选题";
            var choices = turn % 5 is 0 ? ",,," : $"{Words(8)},{Words(8)},{Words(8)},{Words(8)}";
            text.Append(CultureInfo.InvariantCulture, $"{kind},{Stem(turn)}？,{choices},{(turn % 5 is 0 ? "对" : turn % 5 is 1 ? "AC" : "B")},{Words(30)}。,{turn % 3 + 1},{(turn % 4 is 0 ? "用电" : "日常检查")},{(turn % 2 is 0 ? "消防" : "食品")},《{Words(8)}》\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string Words(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('一' + _random.Next(3000))));
}

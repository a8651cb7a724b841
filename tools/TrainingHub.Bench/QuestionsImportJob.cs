using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TrainingHub.Bench;

/// <summary>
/// A county brings a file of questions into its bank: upload, reading and comparison in the background, taking in steps, and the same file once more.
/// Progress is asked for as the page does.
/// </summary>
internal sealed class QuestionsImportJob(BenchOptions options, Application application) : IDisposable
{
    private const int WarmUpQuestions = 200;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromMinutes(5),
    };

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var author = new Visitor(_http, "YL0001", "陆言秋");
        await author.SignInAsync();
        await author.PrepareAsync();
        await ImportAsync(author, Csv(2, WarmUpQuestions), WarmUpQuestions);

        var file = Csv(1, options.Rows);
        var before = Calibration.Run();
        var (address, upload, compare, take) = await ImportAsync(author, file, options.Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration {before:0} → {Calibration.Run():0}; upload {upload:0.00} s, comparison {compare:0.00} s, taking {take:0.00} s"));
        await author.ReadAsync(address, containing: $"已收入{options.Rows.ToString("#,0", CultureInfo.InvariantCulture)}道题");
        var since = Stopwatch.GetTimestamp();
        var again = await UploadAsync(author, file);
        await WaitAsync(author, again, "Receiving", "Comparing");
        var second = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await author.ReadAsync(again, containing: "data-count=\"Take\">0<");
        Console.WriteLine("the same file once more: nothing to take");
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["questions"] = options.Rows,
            ["uploadMs"] = upload * 1000,
            ["compareMs"] = compare * 1000,
            ["takeMs"] = take * 1000,
            ["totalMs"] = (upload + compare + take) * 1000,
            ["againMs"] = second * 1000,
        };
    }

    public void Dispose() => _http.Dispose();

    private static async Task<(string Address, double Upload, double Compare, double Take)> ImportAsync(Visitor author, byte[] file, int questions)
    {
        var since = Stopwatch.GetTimestamp();
        var address = await UploadAsync(author, file);
        var upload = Stopwatch.GetElapsedTime(since).TotalSeconds;
        since = Stopwatch.GetTimestamp();
        await WaitAsync(author, address, "Receiving", "Comparing");
        var compare = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await author.ReadAsync(address, containing: $"data-count=\"Take\">{questions.ToString("#,0", CultureInfo.InvariantCulture)}<");
        since = Stopwatch.GetTimestamp();
        await author.PostAsync($"{address}/application", [], location: address);
        await WaitAsync(author, address, "Taking");
        return (address, upload, compare, Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    private static async Task WaitAsync(Visitor author, string address, params string[] states)
    {
        var since = Stopwatch.GetTimestamp();
        while (await author.ReadAsync($"{address}/progress") is var shown && Array.Exists(states, state => shown.Contains($"data-state=\"{state}\"", StringComparison.Ordinal)))
        {
            Visitor.Check(Stopwatch.GetElapsedTime(since) < LongestWait, $"{address} still at work");
            await Task.Delay(200);
        }
    }

    private static Task<string> UploadAsync(Visitor author, byte[] file) =>
        author.UploadAsync("/questions/imports", "File", "题目.csv", file, [new("Unit", "望川县教育局"), new("Folder", "导入"), new("Basis", ""), new("Use", "Both"), new("Source", "")]);

    // Stems that differ as those of a real bank do: by their words, not by a number alone.
    private static byte[] Csv(int seed, int questions)
    {
        var random = new Random(seed);
        var text = new StringBuilder("题型,题干,选项A,选项B,选项C,选项D,正确答案,解析,难度,依据\n");
        for (var number = 0; number < questions; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"单选题,{Words(24)}？,{Words(8)},{Words(8)},{Words(8)},{Words(8)},{"ABCD"[number % 4]},{Words(30)}。,{number % 3 + 1},《{Words(8)}》\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());

        string Words(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('一' + random.Next(3000))));
    }
}

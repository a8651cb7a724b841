using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;
using TrainingHub.WebTests.People.Imports;

namespace TrainingHub.Bench;

/// <summary>
/// A county imports its roster: upload, comparison, writing in steps, and the same file once more. How long each step held the writer is
/// what the application itself says in its log.
/// </summary>
internal sealed partial class RosterJob(BenchOptions options, Application application) : IDisposable
{
    private const int WarmUpRows = 400;
    private static readonly string[] Posts = ["教师", "班主任", "门卫", "安全员", "食堂工作人员"];
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(20);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromMinutes(5),
    };

    private readonly List<double> _steps = [];
    private readonly List<double> _compareSteps = [];
    private double _stage;

    public async Task<Dictionary<string, double>> RunAsync()
    {
        application.Listener = Listen;
        var officer = new Visitor(_http, "YL0001", "陆言秋");
        await officer.SignInAsync();
        await officer.PrepareAsync();
        Console.WriteLine($"warm-up: a roster of {WarmUpRows} people");
        await ImportAsync(officer, Workbook("W", WarmUpRows), WarmUpRows);

        var bytes = Workbook("R", options.Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Rows} rows for {options.Schools} schools, {bytes.Length / 1024} KB"));
        lock (_steps)
        {
            _steps.Clear();
            _compareSteps.Clear();
        }

        var before = Calibration.Run();
        var (address, upload, compare, write) = await ImportAsync(officer, bytes, options.Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration {before:0} → {Calibration.Run():0}"));
        var steps = Sorted(_steps);
        var compareSteps = Sorted(_compareSteps);
        Visitor.Check(steps.Count > 0, "the application said nothing of its steps");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"upload {upload:0.0} s (held the writer {_stage:0} ms), compare {compare:0.0} s ({compareSteps.Count} steps, longest {compareSteps[^1]:0} ms), write {write:0.0} s ({steps.Count} steps)"));
        await CheckAsync(officer, address, bytes);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["rows"] = options.Rows,
            ["importRowsPerSecond"] = options.Rows / (upload + compare + write),
            ["uploadSeconds"] = upload,
            ["compareSeconds"] = compare,
            ["writeSeconds"] = write,
            ["steps"] = steps.Count,
            ["stepMedianMs"] = Share(steps, 0.5),
            ["stepP95Ms"] = Share(steps, 0.95),
            ["stepMaxMs"] = steps[^1],
            ["stepsOver50Ms"] = steps.Count(step => step > 50),
            ["compareStepMaxMs"] = compareSteps[^1],
            ["compareStepsOver50Ms"] = compareSteps.Count(step => step > 50),
        };
    }

    /// <summary>Imports the roster; how many rows were compared and written in a second.</summary>
    public async Task<double> RowsPerSecondAsync()
    {
        var officer = new Visitor(_http, "YL0001", "陆言秋");
        await officer.SignInAsync();
        await officer.PrepareAsync();
        var (_, upload, compare, write) = await ImportAsync(officer, Workbook("R", options.Rows), options.Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import of {options.Rows} rows: upload {upload:0.0} s, compare {compare:0.0} s, write {write:0.0} s"));
        return options.Rows / (upload + compare + write);
    }

    /// <summary>Imports and writes 100,000 people, in two files since one may have 50,000; how long it takes is printed.</summary>
    public async Task ImportAllAsync()
    {
        const int RowsEach = 50_000;
        var officer = new Visitor(_http, "YL0001", "陆言秋");
        await officer.SignInAsync();
        await officer.PrepareAsync();
        foreach (var start in (string[])["R", "S"])
        {
            var (_, upload, compare, write) = await ImportAsync(officer, Workbook(start, RowsEach), RowsEach);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"           import of {RowsEach} rows: upload {upload:0.0} s, compare {compare:0.0} s, write {write:0.0} s"));
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<(string Address, double Upload, double Compare, double Write)> ImportAsync(Visitor officer, byte[] bytes, int rows)
    {
        var since = Stopwatch.GetTimestamp();
        var address = await officer.UploadAsync("/people/imports", "File", "名册.xlsx", bytes,
            [new("Unit", "望川县教育局"), new("IncludesBelow", "true"), new("Mode", "Incremental"), new("EffectiveDay", "2026-09-01"), new("PresumedStart", "2026-09-01")]);
        var upload = Seconds(ref since);
        await WaitAsync(officer, address, "data-state=\"Reading\"");
        var compare = Seconds(ref since);
        var preview = await officer.ReadAsync(address, containing: $"data-count=\"Added\">{rows.ToString("#,0", CultureInfo.InvariantCulture)}<");
        var version = Version().Match(preview).Groups["version"].Value;
        since = Stopwatch.GetTimestamp();
        await officer.PostAsync($"{address}/application", [new("Version", version), new("HasCheckedRefused", "false")], location: address);
        await WaitAsync(officer, address, "data-state=\"Applying\"");
        return (address, upload, compare, Seconds(ref since));
    }

    /// <summary>Everything is written, and the same file once more changes nothing.</summary>
    private async Task CheckAsync(Visitor officer, string address, byte[] bytes)
    {
        var rows = options.Rows.ToString("#,0", CultureInfo.InvariantCulture);
        await officer.ReadAsync(address, containing: $"已写入{rows}项变更");
        var again = await officer.UploadAsync("/people/imports", "File", "名册.xlsx", bytes,
            [new("Unit", "望川县教育局"), new("IncludesBelow", "true"), new("Mode", "Incremental"), new("EffectiveDay", "2026-09-01"), new("PresumedStart", "2026-09-01")]);
        await WaitAsync(officer, again, "data-state=\"Reading\"");
        await officer.ReadAsync(again, containing: $"data-count=\"Unchanged\">{rows}<");
        Console.WriteLine("the same file once more: nothing to write");
    }

    private static async Task WaitAsync(Visitor officer, string address, string state)
    {
        var since = Stopwatch.GetTimestamp();
        while ((await officer.ReadAsync($"{address}/progress")).Contains(state, StringComparison.Ordinal))
        {
            Visitor.Check(Stopwatch.GetElapsedTime(since) < LongestWait, $"{address} still says {state}");
            await Task.Delay(250);
        }
    }

    private byte[] Workbook(string start, int rows) => TestWorkbook.Of([["姓名", "工号", "手机号", "单位", "岗位", "任职开始"], .. Enumerable.Range(0, rows).Select(row => new object?[]
    {
        BenchWorld.NameOf(row % 8000), $"{start}{row:00000}", (start.Equals("R", StringComparison.Ordinal) ? 13_100_000_000d : 13_200_000_000d) + row,
        $"望川县第{row * options.Schools / rows + 1}学校", Posts[row % Posts.Length], new DateOnly(2024, 9, 1),
    })]);

    private void Listen(string line)
    {
        if (Held().Match(line) is not { Success: true } match)
        {
            return;
        }

        var milliseconds = double.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture);
        lock (_steps)
        {
            switch (match.Groups["task"].Value)
            {
                case "Write":
                    _steps.Add(milliseconds);
                    break;
                case "Compare":
                    _compareSteps.Add(milliseconds);
                    break;
                case "Stage":
                    _stage = milliseconds;
                    break;
                default:
                    break;
            }
        }
    }

    private List<double> Sorted(List<double> steps)
    {
        lock (_steps)
        {
            return [.. steps.Order()];
        }
    }

    private static double Share(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static double Seconds(ref long since)
    {
        var elapsed = Stopwatch.GetElapsedTime(since).TotalSeconds;
        since = Stopwatch.GetTimestamp();
        return elapsed;
    }

    [GeneratedRegex("held the writer for (?<ms>[0-9.]+) ms: (?<task>[A-Za-z]+),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Held();

    [GeneratedRegex("name=\"Version\" value=\"(?<version>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TrainingHub.Bench;

/// <summary>
/// An officer of a whole city reads figures and names at every level, asks for a past day, takes the names as a workbook and imports a roster, over a roster
/// and a ledger of the size that is promised.
/// </summary>
internal sealed partial class CoverageJob(BenchOptions options, Application application) : IDisposable
{
    private const string Target = "s3-7-2026";
    private static readonly TimeSpan LongestCount = TimeSpan.FromMinutes(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = application.Address,
        Timeout = LongestCount,
    };

    private readonly Windows _windows = new(TimeSpan.FromSeconds(options.Seconds));

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var officer = new Visitor(_http, "YL0001", "陆言秋");
        await officer.SignInAsync();
        await officer.PrepareAsync();
        var since = Stopwatch.GetTimestamp();
        var page = await officer.ReadAsync($"/coverage/{Target}", "</html>");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first page came after {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        var codes = Codes().Matches(page).Select(match => match.Groups["code"].Value).Distinct(StringComparer.Ordinal).ToList();
        var county = codes.Find(code => code.StartsWith("CB", StringComparison.Ordinal)) ?? throw new UnexpectedAnswerException("no county stands on the page");
        string[] dashboards =
        [
            "/coverage", $"/coverage/{Target}", $"/coverage/{Target}?organization={county}", $"/coverage/{Target}?organization=CS100300", $"/coverage/{Target}?sort=Percentage",
            $"/coverage/{Target}/gaps", $"/coverage/{Target}/gaps?level=all", $"/coverage/{Target}/gaps?organization={county}&stage=Primary",
        ];
        string[] names =
        [
            $"/coverage/{Target}/people", $"/coverage/{Target}/people?state=covered", $"/coverage/{Target}/people?organization={county}", $"/coverage/{Target}/people?organization=CS100300",
        ];
        var turn = 0;
        Console.WriteLine($"warm-up of {options.Warmup} s");
        await Windows.RunOnceAsync(TimeSpan.FromSeconds(options.Warmup), 1, _ => TimedAsync(officer, turn % 2 == 0 ? dashboards[turn++ / 2 % dashboards.Length] : names[turn++ / 2 % names.Length]));
        foreach (var path in dashboards.Concat(names))
        {
            var milliseconds = await TimedAsync(officer, path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"           {milliseconds,6:0} ms  {path}"));
        }

        var figures = await _windows.RunAsync("dashboards", 1, _ => TimedAsync(officer, dashboards[turn++ % dashboards.Length]));
        var lists = await _windows.RunAsync("names", 1, _ => TimedAsync(officer, names[turn++ % names.Length]));
        var asOf = await SlowestAsync(officer, 5, $"/coverage/{Target}?day=2026-03-05");
        var trend = await SlowestAsync(officer, 2, $"/coverage/{Target}/trend");
        var (rows, export) = await ExportAsync(officer);
        var import = await ImportAsync();
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["dashboardP95Ms"] = Windows.Median(figures.Select(window => window.Percentile(0.95))),
            ["namesP95Ms"] = Windows.Median(lists.Select(window => window.Percentile(0.95))),
            ["asOfMs"] = asOf,
            ["trendMs"] = trend,
            ["importRowsPerSecond"] = import,
            ["exportRowsPerSecond"] = rows / export,
            ["exportRows"] = rows,
            ["peakMemoryMb"] = application.MostMemory / 1024d / 1024d,
        };
    }

    public void Dispose() => _http.Dispose();

    private static async Task<double?> TimedAsync(Visitor officer, string path)
    {
        var since = Stopwatch.GetTimestamp();
        await officer.ReadAsync(path, "</html>");
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static async Task<double> SlowestAsync(Visitor officer, int times, string path)
    {
        var slowest = 0d;
        for (var time = 0; time < times; time++)
        {
            slowest = Math.Max(slowest, await TimedAsync(officer, path) ?? 0);
        }

        return slowest;
    }

    /// <summary>All names of the larger list as a workbook.</summary>
    private async Task<(double Rows, double Seconds)> ExportAsync(Visitor officer)
    {
        var page = await officer.ReadAsync($"/coverage/{Target}/people?state=covered");
        var rows = double.Parse(Total().Match(page).Groups["total"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        var since = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/coverage/{Target}/people.xlsx?state=covered", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Cookie", officer.CookieLine);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Visitor.Check(answer.IsSuccessStatusCode, $"the workbook: {(int)answer.StatusCode}");
        await using var stream = await answer.Content.ReadAsStreamAsync();
        await stream.CopyToAsync(Stream.Null);
        return (rows, Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    private async Task<double> ImportAsync()
    {
        using var roster = new RosterJob(options, application);
        return await roster.RowsPerSecondAsync();
    }

    [GeneratedRegex("organization=(?<code>[A-Z0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex("aria-current=\"page\" href=\"[^\"]*state=covered[^\"]*\">[^<]*<span class=\"th-num\">(?<total>[0-9,]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Total();
}

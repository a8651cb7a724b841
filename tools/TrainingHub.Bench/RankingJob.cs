using System.Diagnostics;
using System.Globalization;
using TrainingHub.Seeds;

namespace TrainingHub.Bench;

/// <summary>An officer and a teacher turn the pages of an open contest of a whole city in which 100,000 attempts were graded: schools, everybody, one's own unit.</summary>
internal sealed class RankingJob(BenchOptions options, Application application) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromMinutes(5),
    };

    private readonly Windows _windows = new(TimeSpan.FromSeconds(options.Seconds));

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var officer = new Visitor(_http, "YL0001", "");
        await officer.SignInAsync();
        var teacher = new Visitor(_http, "YL0008", "");
        await teacher.SignInAsync();
        const string Path = $"/contests/open/{WorldBulk.QuizSlug}";
        (Visitor Reader, string Path)[] pages =
        [
            (teacher, Path), (teacher, $"{Path}/people"), (teacher, $"{Path}/people?unit={WorldIds.CodeOf(SmallWorld.School32)}"),
            (officer, Path), (officer, $"{Path}?group=1&page=2"), (officer, $"{Path}/people?page=300"), (officer, $"{Path}/people?unit=CS100300"),
        ];
        var first = await TimedAsync(pages[0]) ?? 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first page came after {first:0} ms; warm-up of {options.Warmup} s"));
        var turn = 0;
        await Windows.RunOnceAsync(TimeSpan.FromSeconds(options.Warmup), 2, _ => TimedAsync(pages[(uint)Interlocked.Increment(ref turn) % pages.Length]));
        foreach (var page in pages)
        {
            var milliseconds = await TimedAsync(page);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"           {milliseconds,6:0} ms  {page.Path}"));
        }

        // Two readers at a time. In the windows of more than a minute together the ranking is made anew.
        var read = await _windows.RunAsync("ranking", 2, _ => TimedAsync(pages[(uint)Interlocked.Increment(ref turn) % pages.Length]));
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["rankingP95Ms"] = Windows.Median(read.Select(window => window.Percentile(0.95))),
            ["rankingSlowestMs"] = read.Max(window => window.Percentile(1)),
            ["rankingFirstMs"] = first,
            ["errors"] = _windows.Errors,
            ["peakMemoryMb"] = application.MostMemory / 1024d / 1024,
        };
    }

    public void Dispose() => _http.Dispose();

    private static async Task<double?> TimedAsync((Visitor Reader, string Path) page)
    {
        var since = Stopwatch.GetTimestamp();
        await page.Reader.ReadAsync(page.Path, "</html>");
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.Bench;

/// <summary>
/// A hall fills: so many people scan the code within a minute, sign in to their accounts and tap twice, on devices whose clocks are up to ten minutes
/// off. Then a code is forwarded half a minute after it was shown.
/// </summary>
internal sealed partial class SignInJob(BenchOptions options, Application application) : IDisposable
{
    private const string Officer = "YL0003", OfficerUnit = SmallWorld.Wangchuan;
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1000 })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    private string _scan = "";

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var officer = new Visitor(_http, Officer, "");
        await officer.SignInAsync();
        await officer.PrepareAsync();
        var code = await PlanAsync(officer);
        var called = await CallAsync(officer, code);
        await RefreshAsync(officer, code);
        using var stop = new CancellationTokenSource();
        var screen = ShowAsync(officer, code, stop.Token);
        var (before, bell) = (Calibration.Run(), Stopwatch.GetTimestamp());
        var (tally, twice, sync) = (new Tally(), 0, new Lock());
        await Task.WhenAll(called.Select(async (staffNumber, place) =>
        {
            await Task.Delay(Minute * place / called.Count);
            var since = Stopwatch.GetTimestamp();
            try
            {
                var taken = await EnterAsync(new Visitor(_http, staffNumber, "") { Clock = TimeSpan.FromMinutes((place % 21) - 10) }, code);
                lock (sync)
                {
                    tally.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                    twice += taken - 1;
                }
            }
            catch (Exception exception) when (exception is UnexpectedAnswerException or HttpRequestException or TaskCanceledException)
            {
                lock (sync)
                {
                    tally.Fail(exception.Message);
                }
            }
        }));
        var seconds = Stopwatch.GetElapsedTime(bell).TotalSeconds;
        await stop.CancelAsync();
        await screen;
        var came = CameIn(await officer.ReadAsync($"/sessions/{code}/hall/code"));
        var forwarded = await ForwardAsync(officer, code);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.Done} of {called.Count} signed in within {seconds:0.0} s; the hall counts {came}; refused {tally.Errors}{(tally.FirstError is null ? "" : $", first: {tally.FirstError}")}; twice {twice}; calibration {before:0} → {Calibration.Run():0}"));
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["people"] = called.Count,
            ["signedIn"] = tally.Done,
            ["peoplePerSecond"] = tally.Done / seconds,
            ["signInP95Ms"] = tally.Percentile(0.95),
            ["refused"] = tally.Errors,
            ["twice"] = twice + Math.Max(0, came - called.Count),
            ["forwardedOpened"] = forwarded,
            ["memoryMb"] = application.MostMemory / 1024d / 1024,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A session that goes on all day today; its code.</summary>
    private static async Task<string> PlanAsync(Visitor officer)
    {
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var address = await officer.PostAsync("/sessions",
        [
            new("Organization", WorldIds.CodeOf(OfficerUnit)), new("Title", "全县集中培训"), new("Kind", "Lecture"), new("Place", "大会堂"), new("Seats", "1000"), new("HoursPerHalfDay", "4"), new("HalfDaysNeeded", "1"),
            new("HalfDays[0].Day", today), new("HalfDays[0].Half", "Morning"), new("HalfDays[0].Begins", "00:01"), new("HalfDays[0].Ends", "23:59"),
        ]);
        return address.Split('/')[^1];
    }

    /// <summary>Calls as many as are asked for, of those that the page offers; their staff numbers.</summary>
    private async Task<List<string>> CallAsync(Visitor officer, string code)
    {
        var page = await officer.ReadAsync($"/sessions/{code}/participants?Find=true");
        var found = Candidate().Matches(page).Where(row => row.Groups["unit"].Value.StartsWith("BE", StringComparison.Ordinal)).Take(options.People).ToList();
        Visitor.Check(found.Count == options.People, $"the page offers {found.Count} people");
        await officer.PostAsync($"/sessions/{code}/participants", found.Select(row => KeyValuePair.Create("people", row.Groups["id"].Value)));
        return found.ConvertAll(row => row.Groups["unit"].Value);
    }

    private async Task ShowAsync(Visitor officer, string code, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Step, stop);
                await RefreshAsync(officer, code);
            }
        }
        catch (OperationCanceledException)
        {
            // Everybody is in.
        }
    }

    private async Task RefreshAsync(Visitor officer, string code) => _scan = new Uri(HallReader.Read(await officer.ReadAsync($"/sessions/{code}/hall/code"))).AbsolutePath;

    /// <summary>How many of the two taps were taken: one of them, if nobody comes twice.</summary>
    private async Task<int> EnterAsync(Visitor visitor, string code)
    {
        await visitor.FollowAsync(_scan);
        await visitor.SignInAsync();
        await visitor.ReadAsync($"/sessions/{code}/arrival");
        await visitor.PrepareAsync();
        var taps = await Task.WhenAll(visitor.TapAsync($"/sessions/{code}/arrival"), visitor.TapAsync($"/sessions/{code}/arrival"));
        var taken = taps.Count(page => page.Contains("已签到", StringComparison.Ordinal));
        Visitor.Check(taken > 0, "neither tap signed in");
        return taken;
    }

    /// <summary>1 when a code that was shown thirty seconds ago still opens.</summary>
    private async Task<double> ForwardAsync(Visitor officer, string code)
    {
        await RefreshAsync(officer, code);
        var forwarded = _scan;
        await Task.Delay(TimeSpan.FromSeconds(30));
        using var answer = await _http.GetAsync(new Uri(forwarded, UriKind.Relative));
        return answer.StatusCode is System.Net.HttpStatusCode.Gone ? 0 : 1;
    }

    private static int CameIn(string page)
    {
        var came = Came().Match(page);
        Visitor.Check(came.Success, "the hall does not say how many came");
        return int.Parse(came.Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("name=\"people\" value=\"(?<id>[0-9a-f-]{36})\"[^>]*>.*?<small>(?<unit>[^<]*)</small>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Candidate();

    [GeneratedRegex("class=\"ses-hall-count\">(?<count>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Came();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>
/// Papers of one minute answered over a network that cuts, repeats and reorders, by people of whom some hand in, some close the browser five seconds
/// before the end and some earlier, while the server is killed at random moments and PostgreSQL restarted. Afterwards every receipt is looked for in the graded papers.
/// </summary>
internal sealed partial class ChaosJob(BenchOptions options, Application application) : IDisposable
{
    private const int Kills = 20;
    private const int PapersEach = 5;
    private static readonly TimeSpan Paper = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 500 })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromSeconds(20),
    };

    private readonly ConcurrentDictionary<string, int> _graded = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(Visitor Visitor, ShakySitter Sitter)> _sat = [];
    private int _pressed;

    public async Task<Dictionary<string, double>> RunAsync()
    {
        application.Listener = line =>
        {
            if (Graded().Match(line) is { Success: true } match)
            {
                _graded.AddOrUpdate(match.Groups["id"].Value, 1, (_, before) => before + 1);
            }
        };
        var random = new Random(options.Seed);
        var people = Enumerable.Range(0, options.Papers / PapersEach).Select(person => new Visitor(_http, BenchWorld.StaffNumberOf(person), BenchWorld.NameOf(person))).ToList();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (visitor, _) =>
        {
            await visitor.SignInAsync();
            await visitor.PrepareAsync();
        });
        Console.WriteLine($"{people.Count} people are signed in; seed {options.Seed}");
        var sitting = people.Select(visitor => SitAsync(visitor, new Random(random.Next()))).ToList();
        var kills = await KillAsync(Task.WhenAll(sitting), random);
        await Task.WhenAll(sitting);
        var broken = await CheckAsync();
        var twice = _graded.Count(graded => graded.Value > 1);
        Console.WriteLine($"{_sat.Count} papers, {_pressed} handed in by hand, {_sat.Sum(one => one.Sitter.Receipts)} receipts, {kills} kills; broken promises {broken.Promises}, never graded {broken.Never}, graded twice {twice}");
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["papers"] = _sat.Count,
            ["receipts"] = _sat.Sum(one => one.Sitter.Receipts),
            ["kills"] = kills,
            ["lostAnswers"] = broken.Promises,
            ["neverGraded"] = broken.Never,
            ["gradedTwice"] = twice,
        };
    }

    public void Dispose() => _http.Dispose();

    private async Task SitAsync(Visitor visitor, Random random)
    {
        for (var paper = 0; paper < PapersEach; paper++)
        {
            var path = await PatientlyAsync(() => visitor.PostAsync($"/quizzes/{QuizCourse.MinuteSlug}/attempts", []));
            var sitter = new ShakySitter(visitor.Browser(), path, visitor.Token, new Random(random.Next()));
            _sat.Add((visitor, sitter));
            var ending = random.Next(3);
            // A closed browser: five seconds before the end, or somewhere on the way.
            using var leaves = new CancellationTokenSource(ending switch { 0 => Paper, 1 => Paper - TimeSpan.FromSeconds(5), _ => TimeSpan.FromSeconds(random.Next(5, 40)) });
            foreach (var item in Enumerable.Range(1, QuizCourse.Items))
            {
                await sitter.AnswerAsync(item, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2) == 0 ? "A" : "B")], leaves.Token);
            }

            if (ending == 0)
            {
                await sitter.HandInAsync();
                Interlocked.Increment(ref _pressed);
            }
            else
            {
                await PatientlyAsync(async () =>
                {
                    var clock = await visitor.ReadAsync($"{path}/clock");
                    Visitor.Check(clock.Contains("\"isOpen\":false", StringComparison.Ordinal), "still open");
                    return clock;
                });
            }
        }
    }

    /// <summary>Kills at random moments until everybody is done or it has been done often enough; on PostgreSQL restarts that as well, twice.</summary>
    private async Task<int> KillAsync(Task done, Random random)
    {
        var kills = 0;
        while (kills < Kills && !done.IsCompleted)
        {
            await Task.WhenAny(done, Task.Delay(random.Next(1_000, 8_000)));
            if (kills is 6 or 13 && options.Postgres is { } folder)
            {
                await RestartPostgresAsync(folder);
            }

            await application.RestartAsync();
            kills++;
        }

        return kills;
    }

    private static async Task RestartPostgresAsync(string folder)
    {
        using var restart = Process.Start("bash", ["-c", $"source tools/common.sh && as_postgres \"$(postgres_programs)/pg_ctl\" -D '{folder}/data' -m immediate -w -t 60 restart > /dev/null"])
            ?? throw new InvalidOperationException("PostgreSQL was not restarted.");
        await restart.WaitForExitAsync();
        Console.WriteLine("PostgreSQL was restarted");
    }

    private async Task<(int Promises, int Never)> CheckAsync()
    {
        var (promises, never) = (0, 0);
        foreach (var (visitor, sitter) in _sat)
        {
            var page = await PatientlyAsync(() => visitor.ReadAsync(sitter.Path));
            if (page.Contains("<fieldset", StringComparison.Ordinal))
            {
                never++;
                continue;
            }

            var graded = QuizBook.GradedOn(page);
            foreach (var broken in Enumerable.Range(1, QuizCourse.Items).Select(item => sitter.Broken(item, graded.GetValueOrDefault(item, ""))).OfType<string>())
            {
                promises++;
                Console.WriteLine(broken);
            }
        }

        return (promises, never);
    }

    /// <summary>As somebody who reloads until the page is there again.</summary>
    private static async Task<string> PatientlyAsync(Func<Task<string>> ask)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception exception) when (exception is UnexpectedAnswerException or HttpRequestException or TaskCanceledException && Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(4))
            {
                await Task.Delay(500);
            }
        }
    }

    [GeneratedRegex("Attempt (?<id>[0-9a-f-]{36}) graded:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Graded();
}

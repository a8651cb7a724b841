using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>
/// Everybody begins at the same bell: so many people, signed in before, start within ten seconds, open the paper and save an answer, while others
/// are still signing in. Once on a process that has served papers for a while and once on one that was only just started.
/// </summary>
internal sealed class StormJob(BenchOptions options, Application application) : IDisposable
{
    private const int Latecomers = 200;

    /// <summary>How many answer at a time before the bell.</summary>
    private const int Earlier = 32;
    private static readonly TimeSpan Bell = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1000 })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromSeconds(120),
    };

    private readonly QuizBook _book = new(AnswerBook.Read(Path.Combine(options.Courses ?? throw new InvalidOperationException("The quiz was not written."), QuizCourse.Folder)));

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var people = Enumerable.Range(0, options.People).Select(VisitorOf).ToList();
        var since = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (visitor, _) =>
        {
            await visitor.SignInAsync();
            await visitor.PrepareAsync();
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people.Count} people signed in, in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        since = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = Earlier }, async (visitor, _) => await BeginEarlierAsync(visitor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"they answered another paper before, in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        var warm = await StormAsync("warm", people, QuizCourse.QuizSlug);
        await application.RestartAsync();
        var cold = await StormAsync("cold", people, QuizCourse.SecondSlug);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["people"] = people.Count,
            ["startP95Ms"] = Math.Max(warm.Start, cold.Start),
            ["warmStartP95Ms"] = warm.Start,
            ["coldStartP95Ms"] = cold.Start,
            ["warmSaveP95Ms"] = warm.Save,
            ["coldSaveP95Ms"] = cold.Save,
            ["lostAnswers"] = warm.Lost + cold.Lost,
            ["errors"] = warm.Errors + cold.Errors,
            ["askedToWait"] = warm.Waiting + cold.Waiting,
            ["memoryMb"] = application.MostMemory / 1024d / 1024,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A warm process is one that has served papers: without this it would compile the code of papers after the bell.</summary>
    private async Task BeginEarlierAsync(Visitor visitor)
    {
        var path = await visitor.PostAsync($"/quizzes/{QuizCourse.EarlierSlug}/attempts", []);
        foreach (var asked in _book.Read(await visitor.ReadAsync(path)))
        {
            await visitor.PutAsync(string.Create(CultureInfo.InvariantCulture, $"{path}/answers/{asked.Item}"), JsonSerializer.Serialize(new { version = 1, choice = asked.Wrong }));
        }
    }

    private Visitor VisitorOf(int person) => new(_http, BenchWorld.StaffNumberOf(person), BenchWorld.NameOf(person));

    private async Task<(double Start, double Save, int Lost, int Errors, int Waiting)> StormAsync(string name, List<Visitor> people, string quiz)
    {
        var before = Calibration.Run();
        var (steps, sync, saved, waiting) = (new QuizSteps(), new Lock(), new List<(Visitor Visitor, string Path, QuizBook.Asked Asked)>(), 0);
        var bell = Stopwatch.GetTimestamp();
        var latecomers = Enumerable.Range(0, Latecomers).Select(async person =>
        {
            await Task.Delay(Bell * person / Latecomers);
            try
            {
                await VisitorOf(person).SignInAsync();
            }
            catch (UnexpectedAnswerException exception) when (exception.Message.EndsWith(": 503", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref waiting);
            }
        }).ToList();
        await Task.WhenAll(people.Select(async (visitor, place) =>
        {
            var due = Bell * place / people.Count;
            await Task.Delay(due);
            try
            {
                // From the moment at which the button was pressed, however long the driver itself took to send it.
                var path = await visitor.PostAsync($"/quizzes/{quiz}/attempts", []);
                var started = (Stopwatch.GetElapsedTime(bell) - due).TotalMilliseconds;
                var since = Stopwatch.GetTimestamp();
                var page = await visitor.ReadAsync(path);
                var opened = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
                var asked = _book.Read(page)[place % QuizCourse.Items];
                since = Stopwatch.GetTimestamp();
                var receipt = await visitor.PutAsync(string.Create(CultureInfo.InvariantCulture, $"{path}/answers/{asked.Item}"), JsonSerializer.Serialize(new { version = 1, choice = asked.Wrong }));
                var answered = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
                lock (sync)
                {
                    steps.Start.Add(started);
                    steps.Paper.Add(opened);
                    steps.Save.Add(answered);
                    Visitor.Check(receipt.Contains("\"late\":false", StringComparison.Ordinal), $"the receipt says {receipt}");
                    saved.Add((visitor, path, asked));
                }
            }
            catch (Exception exception) when (exception is UnexpectedAnswerException or HttpRequestException or TaskCanceledException)
            {
                lock (sync)
                {
                    steps.Start.Fail(exception.Message);
                }
            }
        }));
        var all = Stopwatch.GetElapsedTime(bell).TotalSeconds;
        await Task.WhenAll(latecomers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {saved.Count} of {people.Count} had started and saved an answer after {all:0.0} s; {waiting} of {Latecomers} who signed in meanwhile were asked to wait; errors {steps.Start.Errors}{(steps.Start.FirstError is null ? "" : $", first: {steps.Start.FirstError}")}; calibration {before:0} → {Calibration.Run():0}"));
        steps.Print();
        return (steps.Start.Percentile(0.95), steps.Save.Percentile(0.95), await LostAsync(saved), steps.Start.Errors, waiting);
    }

    /// <summary>How many answers with a receipt the paper does not show any more.</summary>
    private static async Task<int> LostAsync(List<(Visitor Visitor, string Path, QuizBook.Asked Asked)> saved)
    {
        var lost = 0;
        await Parallel.ForEachAsync(saved, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) =>
        {
            var page = await one.Visitor.ReadAsync(one.Path);
            if (!Regex.IsMatch(page, $"data-item=\"{one.Asked.Item}\"[^>]* data-version=\"1\" data-choice=\"{Regex.Escape(one.Asked.Wrong)}\"", RegexOptions.None, LongestMatch))
            {
                Interlocked.Increment(ref lost);
            }
        });
        return lost;
    }
}

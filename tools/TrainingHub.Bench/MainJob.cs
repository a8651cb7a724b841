using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>The main job: sign in, read pages, answer questions, hand in and pass.</summary>
internal sealed class MainJob(BenchOptions options, Application application) : IDisposable
{
    private const int Workers = 32;

    /// <summary>Submission windows use up people; three count and up to three are repeated.</summary>
    private const int SubmitShares = 7;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 256 })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    private readonly AnswerBook _book = AnswerBook.Read(options.Course);
    private readonly Windows _windows = new(TimeSpan.FromSeconds(options.Seconds));
    private readonly ConcurrentBag<Visitor> _signedIn = [];
    private readonly ConcurrentQueue<Sitting> _sittings = new();
    private int _nextPerson;
    private int _otherErrors;

    private string Quiz => _book.Course.QuizSlug;

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var officer = new Visitor(_http, "YL0001", "陆言秋");
        await officer.SignInAsync();
        await WarmUpAsync(officer);

        var signIns = await _windows.RunAsync("sign-ins", Workers, _ => SignInAsync());
        var pages = await PagesAsync(officer);
        await OpenSittingsAsync();
        var answers = await AnswersAsync();
        var submits = await SubmitsAsync();
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["signInsPerSecond"] = Windows.Median(signIns.Select(window => window.PerSecond)),
            ["saveAnswersPerSecond"] = Windows.Median(answers.Select(window => window.PerSecond)),
            ["saveP95Ms"] = Windows.Median(answers.Select(window => window.Percentile(0.95))),
            ["submitsPerSecond"] = Windows.Median(submits.Select(window => window.PerSecond)),
            ["submitP95Ms"] = Windows.Median(submits.Select(window => window.Percentile(0.95))),
            ["pageP95Ms"] = Windows.Median(pages.Select(window => window.Percentile(0.95))),
            ["errors"] = _windows.Errors + _otherErrors,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>All phases at once, so that the tiered compiler has promoted all of them before the first window.</summary>
    private async Task WarmUpAsync(Visitor officer)
    {
        if (options.Warmup == 0)
        {
            return;
        }

        Console.WriteLine($"warm-up of {options.Warmup} s, all phases mixed");
        var most = options.People / SubmitShares;
        var tally = await Windows.RunOnceAsync(TimeSpan.FromSeconds(options.Warmup), Workers, async worker =>
        {
            var since = Stopwatch.GetTimestamp();
            if (worker % 8 == 0)
            {
                return await WarmUpOnceAsync(most);
            }

            if (worker % 4 == 1)
            {
                return await ReadPageAsync(officer, worker);
            }

            if (_sittings.TryDequeue(out var sitting))
            {
                await sitting.SaveAsync();
                _sittings.Enqueue(sitting);
            }
            else
            {
                await officer.ReadAsync("/", containing: officer.Name);
            }

            return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        });
        Console.WriteLine($"           {tally.Done} operations, {tally.Errors} errors{(tally.FirstError is null ? "" : $", first: {tally.FirstError}")}");
        _otherErrors += tally.Errors;
    }

    /// <summary>Somebody signs in and opens an attempt; somebody else, when enough sit, hands in.</summary>
    private async Task<double?> WarmUpOnceAsync(int most)
    {
        var elapsed = await SignInAsync();
        if (_nextPerson <= most && _signedIn.TryTake(out var visitor))
        {
            await visitor.PrepareAsync();
            _sittings.Enqueue(await Sitting.OpenAsync(visitor, Quiz, _book));
        }

        if (_sittings.Count > Workers && _sittings.TryDequeue(out var sitting))
        {
            await sitting.SubmitAsync();
        }

        return elapsed;
    }

    private async Task<double?> SignInAsync()
    {
        // Once everybody has a session, people sign in again, as they do on a second device.
        var person = Interlocked.Increment(ref _nextPerson) - 1;
        var learner = person % options.People;
        var visitor = new Visitor(_http, BenchWorld.StaffNumberOf(learner), BenchWorld.NameOf(learner));
        var elapsed = await visitor.SignInAsync();
        if (person < options.People)
        {
            _signedIn.Add(visitor);
        }

        return elapsed;
    }

    private async Task<IReadOnlyList<Tally>> PagesAsync(Visitor officer)
    {
        var learners = _signedIn.Take(Workers).ToList();
        var turns = new int[Workers];
        return await _windows.RunAsync("pages", Workers / 2, worker =>
            ReadPageAsync(worker % 4 == 0 || learners.Count == 0 ? officer : learners[worker % learners.Count], turns[worker]++, isOfficer: worker % 4 == 0));
    }

    private async Task<double?> ReadPageAsync(Visitor visitor, int turn, bool isOfficer = true)
    {
        var course = _book.Course;
        var lesson = course.Lessons[turn % course.Lessons.Count];
        var (path, words) = (isOfficer, turn % 4) switch
        {
            (true, 0) => ("/", visitor.Name),
            (true, _) => ("/coverage/s3-7-2026", "统计截止日"),
            (false, 0) => ("/", visitor.Name),
            (false, 1) => ($"/courses/{course.Slug}", course.Title),
            (false, _) => ($"/courses/{course.Slug}/lessons/{lesson.Slug}", lesson.Title),
        };
        var since = Stopwatch.GetTimestamp();
        await visitor.ReadAsync(path, words);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>Not measured: everybody else signs in and opens an attempt.</summary>
    private async Task OpenSittingsAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var tally = await Windows.RunOnceAsync(TimeSpan.FromMinutes(10), Workers, async _ =>
        {
            if (!_signedIn.TryTake(out var visitor))
            {
                if (Volatile.Read(ref _nextPerson) >= options.People)
                {
                    return null;
                }

                return await SignInAsync();
            }

            await visitor.PrepareAsync();
            _sittings.Enqueue(await Sitting.OpenAsync(visitor, Quiz, _book));
            return 0;
        });
        _otherErrors += tally.Errors;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"prepared   {_sittings.Count} people sit before an open paper after {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s, errors {tally.Errors}{(tally.FirstError is null ? "" : $", first: {tally.FirstError}")}"));
    }

    private async Task<IReadOnlyList<Tally>> AnswersAsync()
    {
        // Each worker has people of its own, so that nobody answers twice at a time.
        var all = _sittings.ToArray();
        var turns = new int[Workers];
        return await _windows.RunAsync("answers", Workers, async worker =>
        {
            var own = all.Length / Workers;
            return own == 0 ? null : await all[worker * own + turns[worker]++ % own].SaveAsync();
        });
    }

    private async Task<IReadOnlyList<Tally>> SubmitsAsync()
    {
        var share = _sittings.Count / (SubmitShares - 1);
        var left = 0;
        return await _windows.RunAsync("submits", Workers / 2, async _ =>
        {
            if (Interlocked.Decrement(ref left) < 0 || !_sittings.TryDequeue(out var sitting))
            {
                return null;
            }

            return await sitting.SubmitAsync();
        },
        beforeEach: () =>
        {
            left = share;
            return Task.CompletedTask;
        });
    }
}

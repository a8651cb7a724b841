using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>People who are signed in take the quiz, each of its ten answers saved on its own; on wish while a roster of 100,000 people is imported.</summary>
internal sealed class QuizJob(BenchOptions options, Application application) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 })
    {
        BaseAddress = application.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    private readonly Windows _windows = new(TimeSpan.FromSeconds(options.Seconds));
    private readonly List<Wire> _wires = [];
    private readonly List<QuizSteps> _windowSteps = [];
    private readonly List<TimeSpan> _processorTimes = [];
    private QuizSteps[] _steps = [];

    public async Task<Dictionary<string, double>> RunAsync()
    {
        // Each of the people blocks a thread while waiting: cheaper than to be called back.
        ThreadPool.SetMinThreads(options.Sitting + 16, 16);
        var learners = await SignInAsync();
        var attempts = new int[options.Sitting];
        Task<double?> TakeAsync(int worker) => Task.FromResult<double?>(learners[worker][attempts[worker]++ % learners[worker].Count].TakeQuiz(_steps[worker]));
        Begin();
        Console.WriteLine($"warm-up of {options.Warmup} s");
        var warm = await Windows.RunOnceAsync(TimeSpan.FromSeconds(options.Warmup), options.Sitting, TakeAsync);
        Console.WriteLine($"           {warm.Done} attempts, {warm.Errors} errors{(warm.FirstError is null ? "" : $", first: {warm.FirstError}")}");

        using var roster = string.Equals(options.While, "import", StringComparison.Ordinal) ? new RosterJob(options, application) : null;
        var import = roster?.ImportAllAsync();
        var counted = await _windows.RunAsync("attempts", options.Sitting, TakeAsync, () =>
        {
            Begin();
            return Task.CompletedTask;
        });
        Begin();
        if (import is not null)
        {
            Console.WriteLine(import.IsCompleted ? "the import ended before the last window: take fewer seconds" : "the import goes on through all windows");
            await import;
        }

        var steps = counted.Select(window => _windowSteps[window.Number]).ToList();
        var busiest = steps[counted.Index().OrderBy(window => window.Item.PerSecond).ElementAt(counted.Count / 2).Index];
        busiest.Print();
        var lost = learners.SelectMany(some => some).Sum(learner => learner.Lost);
        Console.WriteLine($"memory of the application: {application.Memory / 1024 / 1024} MB now, {application.MostMemory / 1024 / 1024} MB at most; lost answers {lost}");
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["attemptsPerSecond"] = Windows.Median(counted.Select(window => window.PerSecond)),
            ["requestsPerSecond"] = Windows.Median(counted.Zip(steps).Select(window => window.Second.Requests / window.First.Seconds)),
            ["saveP50Ms"] = Windows.Median(steps.Select(window => window.Save.Percentile(0.5))),
            ["saveP95Ms"] = Windows.Median(steps.Select(window => window.Save.Percentile(0.95))),
            ["saveP99Ms"] = Windows.Median(steps.Select(window => window.Save.Percentile(0.99))),
            ["startP95Ms"] = Windows.Median(steps.Select(window => window.Start.Percentile(0.95))),
            ["submitP95Ms"] = Windows.Median(steps.Select(window => window.Submit.Percentile(0.95))),
            ["serverMsPerAttempt"] = Windows.Median(counted.Select(window => (_processorTimes[window.Number + 1] - _processorTimes[window.Number]).TotalMilliseconds / window.Done)),
            ["errors"] = _windows.Errors + warm.Errors,
            ["lostAnswers"] = lost,
            ["memoryMb"] = application.MostMemory / 1024d / 1024,
        };
    }

    public void Dispose()
    {
        _wires.ForEach(wire => wire.Dispose());
        _http.Dispose();
    }

    /// <summary>Each who sits has several people behind them, one after the other, so that nobody's list of attempts grows beyond what one person would do.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Learner>>> SignInAsync()
    {
        var book = new QuizBook(AnswerBook.Read(Path.Combine(options.Courses ?? throw new InvalidOperationException("The quiz was not written."), QuizCourse.Folder)));
        var visitors = Enumerable.Range(0, options.Sitting * options.PeopleEach).Select(person => new Visitor(_http, BenchWorld.StaffNumberOf(person), BenchWorld.NameOf(person))).ToList();
        await Parallel.ForEachAsync(visitors, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (visitor, _) => await visitor.SignInAsync());
        Console.WriteLine($"{visitors.Count} people are signed in, {options.Sitting} sit at a time");
        return [.. visitors.Chunk(options.PeopleEach).Select(some =>
        {
            var wire = new Wire(application.Address);
            _wires.Add(wire);
            return some.Select(visitor => new Learner(visitor, wire, book)).ToList();
        })];
    }

    private void Begin()
    {
        if (_steps.Length > 0)
        {
            _windowSteps.Add(QuizSteps.Sum(_steps));
        }

        _processorTimes.Add(application.ProcessorTime);
        _steps = [.. Enumerable.Range(0, options.Sitting).Select(_ => new QuizSteps())];
    }
}

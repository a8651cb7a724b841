using System.Globalization;
using System.Text.Json;
using TrainingHub.Bench;

if (args is not ["main-job" or "roster" or "search" or "quiz" or "start-storm" or "chaos" or "questions-import" or "bank" or "coverage" or "recount" or "sign-in" or "contest" or "ranking", ..])
{
    Console.Error.WriteLine("There are thirteen benches: main-job, quiz, start-storm, chaos, roster, questions-import, bank, search, coverage, recount, sign-in, contest and ranking. Start them by tools/bench.");
    return 2;
}

var options = BenchOptions.Parse(args);
Console.WriteLine($"bench {options.Bench} on {options.Database}: {Environment.ProcessorCount} cores, which this driver shares with the server{(string.Equals(options.Database, "postgres", StringComparison.Ordinal) ? " and PostgreSQL" : "")}; answers are durable (synchronous=FULL, fsync on)");
if (options.Bench is "search" or "quiz" or "start-storm" or "chaos")
{
    options = options with { Courses = Path.Combine(options.Data, "courses") };
    var shipped = Path.GetDirectoryName(options.Course) ?? throw new InvalidOperationException("The course has no folder above it.");
    if (options.Bench is "search")
    {
        SearchJob.WriteCourses(options.Courses, shipped);
    }
    else
    {
        QuizCourse.WriteBeside(options.Courses, shipped);
    }
}

await using var application = await Application.StartAsync(options);
Console.WriteLine($"the published application listens on {application.Address}");
var figures = await MeasureAsync();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time of the application: {application.ProcessorTime.TotalSeconds:0} s"));
Console.WriteLine(JsonSerializer.Serialize(new
{
    bench = options.IsChaos ? $"{options.Bench} --chaos" : options.Bench,
    database = options.Database,
    cores = Environment.ProcessorCount,
    figures = figures.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value, 1), StringComparer.Ordinal),
}));
return 0;

async Task<Dictionary<string, double>> MeasureAsync()
{
    if (string.Equals(options.Bench, "roster", StringComparison.Ordinal))
    {
        using var roster = new RosterJob(options, application);
        return await roster.RunAsync();
    }

    if (string.Equals(options.Bench, "start-storm", StringComparison.Ordinal))
    {
        using var storm = new StormJob(options, application);
        return await storm.RunAsync();
    }

    if (string.Equals(options.Bench, "recount", StringComparison.Ordinal))
    {
        using var recount = new RecountJob(options, application);
        return await recount.RunAsync();
    }

    if (string.Equals(options.Bench, "chaos", StringComparison.Ordinal))
    {
        using var chaos = new ChaosJob(options, application);
        return await chaos.RunAsync();
    }

    if (string.Equals(options.Bench, "quiz", StringComparison.Ordinal))
    {
        using var quiz = new QuizJob(options, application);
        return await quiz.RunAsync();
    }

    if (string.Equals(options.Bench, "search", StringComparison.Ordinal))
    {
        using var search = new SearchJob(options, application);
        return await search.RunAsync();
    }

    if (string.Equals(options.Bench, "questions-import", StringComparison.Ordinal))
    {
        using var questions = new QuestionsImportJob(options, application);
        return await questions.RunAsync();
    }

    if (string.Equals(options.Bench, "bank", StringComparison.Ordinal))
    {
        using var bank = new BankJob(options, application);
        return await bank.RunAsync();
    }

    if (string.Equals(options.Bench, "coverage", StringComparison.Ordinal))
    {
        using var coverage = new CoverageJob(options, application);
        return await coverage.RunAsync();
    }

    if (string.Equals(options.Bench, "sign-in", StringComparison.Ordinal))
    {
        using var signIn = new SignInJob(options, application);
        return await signIn.RunAsync();
    }

    if (string.Equals(options.Bench, "contest", StringComparison.Ordinal) && options.IsChaos)
    {
        using var chaos = new ContestChaosJob(options, application);
        return await chaos.RunAsync();
    }

    if (string.Equals(options.Bench, "contest", StringComparison.Ordinal))
    {
        using var contest = new ContestJob(options, application);
        return await contest.RunAsync();
    }

    if (string.Equals(options.Bench, "ranking", StringComparison.Ordinal))
    {
        using var ranking = new RankingJob(options, application);
        return await ranking.RunAsync();
    }

    using var job = new MainJob(options, application);
    return await job.RunAsync();
}

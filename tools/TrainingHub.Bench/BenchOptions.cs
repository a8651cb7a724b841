using System.Globalization;

namespace TrainingHub.Bench;

/// <summary>What the wrapper <c>tools/bench</c> hands over.</summary>
internal sealed record BenchOptions
{
    public required string Bench { get; init; }

    /// <summary>sqlite or postgres.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Length of one window.</summary>
    public int Seconds { get; init; } = 10;

    public int Warmup { get; init; } = 60;

    /// <summary>How many people take the quiz, at most as many as the world has.</summary>
    public int People { get; init; } = 2_000;

    /// <summary>contest: how many play.</summary>
    public int Players { get; init; } = 2_000;

    /// <summary>contest: over a network that fails, the server killed twice.</summary>
    public bool IsChaos { get; init; }

    /// <summary>coverage: city (100,000 posts, 1,000,000 ledger rows) or province (ten times that).</summary>
    public string Size { get; init; } = "city";

    /// <summary>quiz: how many sit at a time.</summary>
    public int Sitting { get; init; } = 32;

    /// <summary>quiz: how many take turns on each seat.</summary>
    public int PeopleEach { get; init; } = 4;

    /// <summary>quiz: what else goes on meanwhile: import, or null.</summary>
    public string? While { get; init; }

    /// <summary>People on the roster, or questions, that are imported.</summary>
    public int Rows { get; init; } = 10_000;

    /// <summary>Schools they are spread over.</summary>
    public int Schools { get; init; } = 200;

    /// <summary>chaos: how many papers are written.</summary>
    public int Papers { get; init; } = 500;

    /// <summary>chaos: what decides what goes wrong, and when.</summary>
    public int Seed { get; init; }

    /// <summary>Folder of the PostgreSQL server that the wrapper started; null on SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>The demo world that is filled in.</summary>
    public string World => Bench switch
    {
        "start-storm" => "storm",
        "recount" => "coverage-history",
        "ranking" => "ranking",
        "coverage" => string.Equals(Size, "province", StringComparison.Ordinal) ? "coverage-province" : "coverage",
        _ => "bench",
    };

    /// <summary>Folder of the published application.</summary>
    public required string Application { get; init; }

    /// <summary>Throw-away folder for its data.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of courses that the application publishes; null for those that travel with it.</summary>
    public string? Courses { get; init; }

    /// <summary>Folder of the course whose quiz is taken.</summary>
    public required string Course { get; init; }

    public static BenchOptions Parse(string[] arguments)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 1; index + 1 < arguments.Length; index += 2)
        {
            options[arguments[index]] = arguments[index + 1];
        }

        return new BenchOptions
        {
            Bench = arguments[0],
            Database = options.GetValueOrDefault("--database", "sqlite"),
            Seconds = Number("--seconds", 10),
            Players = Number("--players", 2_000),
            IsChaos = options.ContainsKey("--chaos"),
            Warmup = Number("--warmup", 60),
            People = Number("--people", 2_000),
            Sitting = Number("--sitting", 32),
            While = options.GetValueOrDefault("--while"),
            Size = options.GetValueOrDefault("--size", "city"),
            Papers = Number("--papers", 500),
            Seed = Number("--seed", 20_261_122),
            Postgres = options.GetValueOrDefault("--postgres"),
            Rows = Number("--rows", 10_000),
            Schools = Number("--schools", 200),
            Application = options["--application"],
            Data = options["--data"],
            Course = options["--course"],
        };

        int Number(string name, int otherwise) =>
            options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}

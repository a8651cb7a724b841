using TrainingHub.Contests;
using TrainingHub.Contests.Stage;

namespace TrainingHub.UnitTests.Contests.Stage;

/// <summary>Writes the log of a stage contest as the application does: nothing that is refused, and every host's step with the digest of the ranking before it.</summary>
internal sealed class StageLog
{
    public static readonly DateTime Nine = new(2026, 10, 15, 1, 0, 0, DateTimeKind.Utc);

    private readonly List<ContestEntry> _entries = [];
    private readonly ContestState _state = new();

    public StageLog(IReadOnlyList<StageRound> rounds, int teams = 4, int members = 1, int basePoints = 100, int items = 100)
    {
        Do(ContestEntryKind.Prepared, item: items, text: new StageHead(basePoints, 20, 50, [.. Enumerable.Repeat(members, teams)]).ToString());
        foreach (var (at, round) in rounds.Index())
        {
            Do(ContestEntryKind.RoundAgreed, item: at + 1, text: round.ToString());
        }
    }

    public IReadOnlyList<ContestEntry> Entries => _entries;

    public ContestState Contest => _state;

    public StageState State => _state.Stage!;

    /// <summary>Seconds after nine; moved by the test.</summary>
    public double Second { get; set; }

    /// <summary>The first that was not asked yet.</summary>
    public int NextItem => Enumerable.Range(1, State.Items + 1).First(item => State.Find(item) is null);

    public IReadOnlyList<int> Points => [.. State.Teams.Select(team => State.PointsOf(team))];

    /// <summary>Teams in the order of their ranks.</summary>
    public IReadOnlyList<(int Rank, int Team)> Ranking => [.. State.Ranking.Select(line => (line.Rank, line.Seat))];

    /// <summary>Null, and in the log, when it is taken.</summary>
    public ContestRefusal? Try(ContestEntryKind kind, int? team = null, int? item = null, string? text = null, int? amount = null)
    {
        var move = new StageMove(kind, Nine.AddSeconds(Second)) { Team = team, Item = item, Text = text, Amount = amount };
        if ((_state.Stage ?? new StageState()).FindRefusal(move) is { } refusal)
        {
            return refusal;
        }

        var entry = new ContestEntry
        {
            ContestId = Guid.Empty,
            Number = _entries.Count + 1,
            Kind = kind,
            At = move.At,
            Seat = team,
            Item = item,
            Text = text,
            Amount = amount,
            Digest = ContestRanking.DigestOf(_state.Ranking),
        };
        _entries.Add(entry);
        _state.Apply(entry);
        return null;
    }

    public StageLog Do(ContestEntryKind kind, int? team = null, int? item = null, string? text = null, int? amount = null)
    {
        Assert.Null(Try(kind, team, item, text, amount));
        return this;
    }

    public StageLog Begin() => Do(ContestEntryKind.RoundBegun, item: State.RoundNumber + 1);

    /// <summary>Shows the next question; its number.</summary>
    public int Ask()
    {
        Do(ContestEntryKind.Asked, item: NextItem);
        return State.Current!.Number;
    }

    public int Open()
    {
        var item = Ask();
        Do(ContestEntryKind.Opened, item: item, amount: 20_000);
        return item;
    }

    public StageLog Buzz(int team) => Do(ContestEntryKind.Buzzed, team, State.Current!.Number);

    public StageLog Judge(int item, int[] right, int[] wrong, string? key = "A") => Do(ContestEntryKind.Judged, item: item, text: new StageVerdicts(right, wrong, key).ToString());

    /// <summary>Shows and opens the next question, and judges who answers alone.</summary>
    public StageLog Play(bool isRight)
    {
        var item = Open();
        var team = State.Current!.Answerer!.Value;
        return isRight ? Judge(item, [team], []) : Judge(item, [], [team]);
    }

    public StageLog PlayBuzz(int team, bool isRight)
    {
        var item = Open();
        Buzz(team);
        return isRight ? Judge(item, [team], []) : Judge(item, [], [team]);
    }

    public StageLog Choose(int team, int points, int? to = null) => Do(ContestEntryKind.Chosen, team, text: StageChoice.TextOf(to), amount: points);
}

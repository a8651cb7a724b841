namespace TrainingHub.Contests.Stage;

/// <summary>How a stage contest stands for the host, the hall and the teams, taken at one instant. What is right stands in it only once it is shown.</summary>
public sealed record StageFacts
{
    public required ContestRoom Room { get; init; }

    /// <summary>Of the last entry that everybody sees.</summary>
    public required int Number { get; init; }
    public required StagePhase Phase { get; init; }
    public required bool IsPaused { get; init; }
    public required bool IsIdle { get; init; }

    /// <summary>From 1; 0 before the first.</summary>
    public required int RoundNumber { get; init; }

    /// <summary>Null before the first.</summary>
    public required StageRound? Round { get; init; }
    public required IReadOnlyList<StageRound> Rounds { get; init; }
    public required StageTurn? Turn { get; init; }
    public required StageChoice? Choice { get; init; }

    /// <summary>Whether a question is left to be asked.</summary>
    public required bool HasQuestions { get; init; }

    /// <summary>Milliseconds.</summary>
    public required int Left { get; init; }

    /// <summary>Whether the time runs.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>The question on the stage; null between two.</summary>
    public required Shown? Question { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public required IReadOnlyList<Team> Teams { get; init; }

    /// <summary>Names of members, as far as they are known: by team and number in it, both from 1.</summary>
    public required IReadOnlyDictionary<(int Team, int Number), string> Members { get; init; }

    /// <summary>Of the risk questions that are kept by difficulty: how many are left of each, by points; empty where none are kept.</summary>
    public required IReadOnlyDictionary<int, int> Stakes { get; init; }

    /// <summary>Questions that were shown, for rulings.</summary>
    public required IReadOnlyList<Past> Asked { get; init; }

    public IEnumerable<Team> Ranking => Teams.OrderBy(team => team.Rank).ThenBy(team => team.Number);

    /// <summary>The one step that comes next; None when there is none, or a team has to choose.</summary>
    public ContestEntryKind Next => IsPaused ? ContestEntryKind.Resumed : Phase switch
    {
        StagePhase.Between or StagePhase.Revealed when Turn is not null && HasQuestions => NeedsChoice ? ContestEntryKind.None : ContestEntryKind.Asked,
        StagePhase.Between or StagePhase.Revealed => RoundNumber < Rounds.Count ? ContestEntryKind.RoundBegun : ContestEntryKind.Finished,
        StagePhase.Shown => ContestEntryKind.Opened,
        StagePhase.Running when Round is { Block: StageBlock.Audience } => ContestEntryKind.Revealed,
        StagePhase.Running when Round is { IsBuzzed: true } => ContestEntryKind.None,
        // What a team said and nobody typed, the host alone can judge.
        StagePhase.Running or StagePhase.Answering => Question is { Answerer: { } answerer } question && question.IsExpected(answerer) ? ContestEntryKind.None : ContestEntryKind.Judged,
        StagePhase.Judged => ContestEntryKind.PassedOn,
        StagePhase.Audience => ContestEntryKind.Revealed,
        _ => ContestEntryKind.None,
    };

    /// <summary>Whether the team whose turn it is has to choose a risk question.</summary>
    public bool NeedsChoice => IsIdle && Round is { Block: StageBlock.Risk } && Turn is not null && Choice is null && HasQuestions;

    /// <summary>As the hall may see it: without the names of members where the host does not show them.</summary>
    public StageFacts ForHall() => Room.Stage is { ShowsNames: true } ? this : this with { Members = new Dictionary<(int Team, int Number), string>() };

    /// <summary>Null when nobody was named.</summary>
    public string? MemberOf(int? team, int? number) => team is { } of && number is { } at ? Members.GetValueOrDefault((of, at)) : null;

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<(int Number, string Name)> MembersOf(int team) => Members.Where(member => member.Key.Team == team).OrderBy(member => member.Key.Number).Select(member => (member.Key.Number, member.Value));

    public string NameOf(int? team) => team is { } number && number >= 1 && number <= Teams.Count ? Teams[number - 1].Name : "";

    public static StageFacts Of(ContestRoom room, ContestMoment moment) => room.Read(moment, (state, now) => Of(room, state, now));

    /// <summary>To be called while nobody changes the state.</summary>
    public static StageFacts Of(ContestRoom room, ContestState contest, DateTime now)
    {
        var (state, terms) = (contest.Stage ?? throw new InvalidOperationException("No stage."), room.Stage ?? throw new InvalidOperationException("No stage."));
        var question = state.Current;
        return new StageFacts
        {
            Room = room,
            Number = contest.PublicNumber,
            Phase = state.Phase,
            IsPaused = state.IsPaused,
            IsIdle = state.IsIdle,
            RoundNumber = state.RoundNumber,
            Round = state.Round,
            Rounds = [.. state.Rounds],
            Turn = state.Turn,
            Choice = state.Choice,
            HasQuestions = state.HasItems,
            Members = room.Members,
            Stakes = terms.Pools.Count > 0 ? StageChoice.Stakes.ToDictionary(points => points, points => StagePools.Left(terms.Pools, state, points)) : new Dictionary<int, int>(),
            Left = question is null ? 0 : state.Phase is StagePhase.Shown ? question.Clock.Limit : question.Clock.Left(now),
            IsRunning = !state.IsPaused && state.Phase is StagePhase.Running or StagePhase.Answering,
            Question = question is not null && state.Phase is not (StagePhase.Between or StagePhase.Finished) && room.CardOf(question.Number) is { } card ? Shown.Of(question, card) : null,
            Teams =
            [
                .. state.Ranking.OrderBy(line => line.Seat).Select(line => new Team(
                    line.Seat, terms.Teams[line.Seat - 1].Name, terms.Teams[line.Seat - 1].Unit, line.Rank, line.Points, state.DeciderOf(line.Seat),
                    [.. Enumerable.Range(0, state.Rounds.Count + 1).Select(round => state.PointsOf(line.Seat, round))], state.CheatedOf(line.Seat), state.IsDisqualified(line.Seat), state.DeviceOf(line.Seat))),
            ],
            Asked = [.. state.Questions.Select(one => new Past(one.Number, one.IsWithdrawn, [.. one.Verdicts.Keys.Union(one.Answerer is { } answerer ? new[] { answerer } : [])]))],
        };
    }

    /// <param name="Number">From 1.</param>
    /// <param name="Name">Of the team.</param>
    /// <param name="Unit">Empty without.</param>
    /// <param name="Rank">From 1.</param>
    /// <param name="Points">With base points.</param>
    /// <param name="Decider">What the sudden death brought.</param>
    /// <param name="Rounds">Points of rulings first, then of each round.</param>
    /// <param name="Cheated">How often it was punished for cheating.</param>
    /// <param name="IsDisqualified">Whether it is out.</param>
    /// <param name="Device">Number of the entry by which its device was renewed; 0 without.</param>
    public sealed record Team(int Number, string Name, string Unit, int Rank, int Points, int Decider, IReadOnlyList<int> Rounds, int Cheated, bool IsDisqualified, int Device);

    /// <param name="Number">Of the question.</param>
    /// <param name="IsWithdrawn">Whether it counts for nobody.</param>
    /// <param name="Teams">Whose answers were judged.</param>
    public sealed record Past(int Number, bool IsWithdrawn, IReadOnlyList<int> Teams);

    /// <summary>The question on the stage.</summary>
    public sealed record Shown
    {
        public required ContestCard Card { get; init; }
        public required int Number { get; init; }

        /// <summary>What a right answer brings.</summary>
        public required int Points { get; init; }
        public required int? Member { get; init; }
        public required IReadOnlyList<int> Entrants { get; init; }
        public required int? Answerer { get; init; }
        public required int? Namer { get; init; }
        public required int? Buzzer { get; init; }
        public required IReadOnlyDictionary<int, StageGiven> Given { get; init; }
        public required IReadOnlyList<int> Abstained { get; init; }
        public required IReadOnlyList<int> FalseStarts { get; init; }
        public required IReadOnlyDictionary<int, bool> Verdicts { get; init; }

        /// <summary>The letters that are right; null while they are not shown.</summary>
        public required string? Right { get; init; }
        public required bool IsWithdrawn { get; init; }

        /// <summary>Whether the host waits for the team's answer.</summary>
        public bool IsExpected(int team) => !Given.ContainsKey(team) && !Abstained.Contains(team);

        public static Shown Of(StageQuestion question, ContestCard card) => new()
        {
            Card = card,
            Number = question.Number,
            Points = question.Points,
            Member = question.Turn.Member,
            Entrants = question.Entrants,
            Answerer = question.Answerer,
            Namer = question.Namer,
            Buzzer = question.Buzzer,
            Given = question.Given.ToDictionary(),
            Abstained = [.. question.Abstained],
            FalseStarts = [.. question.FalseStarts],
            Verdicts = question.Verdicts.ToDictionary(),
            Right = question.Right,
            IsWithdrawn = question.IsWithdrawn,
        };
    }
}

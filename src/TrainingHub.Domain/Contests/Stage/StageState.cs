using System.Diagnostics;

namespace TrainingHub.Contests.Stage;

/// <summary>
/// How a stage contest stands: a fold of its log and of nothing else. What a rule refuses changes nothing, wherever it comes from; so the log can be
/// folded by anybody with the same end.
/// </summary>
public sealed class StageState
{
    private readonly List<StageRound> rounds = [];
    private readonly Dictionary<int, StageQuestion> questions = [];
    private readonly List<StageQuestion> shown = [];
    private readonly Dictionary<int, int> devices = [];
    private readonly List<StageScore> scores = [];
    private readonly Dictionary<int, int> cheated = [];
    private readonly Dictionary<(int Team, string ClientId), StageReceipt> receipts = [];
    private readonly Dictionary<int, Dictionary<int, int>> settled = [];
    private IReadOnlyList<StageTurn> turns = [];
    private IReadOnlyList<ContestRank>? ranking;
    private int place;

    /// <summary>Null in a draft.</summary>
    public StageHead? Head { get; private set; }
    public StagePhase Phase { get; private set; }
    public bool IsPaused { get; private set; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<StageRound> Rounds => rounds;

    /// <summary>The present round, from 1; 0 before the first.</summary>
    public int RoundNumber { get; private set; }

    /// <summary>Null before the first.</summary>
    public StageRound? Round => RoundNumber > 0 ? rounds[RoundNumber - 1] : null;

    /// <summary>What was chosen of the risk questions and not asked yet.</summary>
    public StageChoice? Choice { get; private set; }

    /// <summary>How many questions were drawn.</summary>
    public int Items { get; private set; }

    /// <summary>Those that were shown, in their order.</summary>
    public IReadOnlyList<StageQuestion> Questions => shown;

    /// <summary>The last question that was shown; null before the first of the round.</summary>
    public StageQuestion? Current { get; private set; }

    /// <summary>Whether a question is left to be asked.</summary>
    public bool HasItems => questions.Count < Items;

    /// <summary>Whether that question was drawn and not asked yet.</summary>
    public bool IsLeft(int item) => item >= 1 && item <= Items && !questions.ContainsKey(item);

    /// <summary>Everything that gave or took points, in the order of the log.</summary>
    public IReadOnlyList<StageScore> Scores => scores;

    /// <summary>Numbers, from 1.</summary>
    public IEnumerable<int> Teams => Enumerable.Range(1, Head?.Members.Count ?? 0);

    public IReadOnlyList<ContestRank> Ranking => ranking ??= StageRanking.Of(this);

    /// <summary>Whether nothing is on the stage, so that the next question or round can begin.</summary>
    public bool IsIdle => Phase is StagePhase.Between or StagePhase.Revealed;

    /// <summary>Whose turn comes next in the round; null when it has none left.</summary>
    public StageTurn? Turn =>
        Round is not { } round ? null
        : round.Block is not StageBlock.SuddenDeath ? turns.Skip(place).FirstOrDefault(turn => turn.Team is not { } team || !IsDisqualified(team))
        : Asked(RoundNumber) < round.Questions && StageRanking.FirstTie(this) is { Count: > 0 } tie ? new StageTurn(0, null, null, tie)
        : null;

    public StageQuestion? Find(int item) => questions.GetValueOrDefault(item);

    /// <summary>Number of the entry by which the host renewed what the team's device is opened with; 0 without.</summary>
    public int DeviceOf(int team) => devices.GetValueOrDefault(team);

    public bool IsTeam(int team) => team >= 1 && team <= (Head?.Members.Count ?? 0);

    public bool IsDisqualified(int team) => CheatedOf(team) > 1;

    /// <summary>How often the team was punished for cheating.</summary>
    public int CheatedOf(int team) => cheated.GetValueOrDefault(team);

    /// <summary>Base points and everything since.</summary>
    public int PointsOf(int team) => (Head?.BasePoints ?? 0) + scores.Where(score => score.Team == team && !score.IsDecider).Sum(score => score.Points);

    /// <summary>Points of one round; 0 as the round: of rulings that belong to none.</summary>
    public int PointsOf(int team, int round) => scores.Where(score => score.Team == team && score.Round == round && !score.IsDecider).Sum(score => score.Points);

    /// <summary>What the sudden death brought, which is no points.</summary>
    public int DeciderOf(int team) => scores.Where(score => score.Team == team && score.IsDecider).Sum(score => score.Points);

    /// <summary>Of the questions that the team had to answer, those that nobody buzzed for left out: how many there were, and to how many of them it said something, rightly or wrongly.</summary>
    public (int Asked, int Answered) PartOf(int team)
    {
        List<StageQuestion> asked = [.. shown.Where(question => !question.IsUnbuzzed && question.Asked.Contains(team))];
        return (asked.Count, asked.Count(question => question.HasAnswered(team)));
    }

    /// <summary>What became of something that the team's device sent before; null when it is new.</summary>
    public StageReceipt? FindReceipt(int team, string clientId) => receipts.GetValueOrDefault((team, clientId));

    /// <summary>Why that is not taken now; null when it is.</summary>
    public ContestRefusal? FindRefusal(StageMove move) => move.Kind switch
    {
        ContestEntryKind.Buzzed or ContestEntryKind.FalseStarted or ContestEntryKind.Given or ContestEntryKind.Abstained or ContestEntryKind.Chosen =>
            move.Team is not { } team || !IsTeam(team) ? ContestRefusal.NoSeat
            : IsPaused ? ContestRefusal.IsPaused
            : IsDisqualified(team) ? ContestRefusal.NotNow
            : RefusalOf(move, team),
        _ => May(move) ? null : ContestRefusal.NotNow,
    };

    /// <summary>Follows one entry.</summary>
    /// <exception cref="FormatException">Its text cannot be read.</exception>
    public void Apply(ContestEntry entry)
    {
        var move = StageMove.Of(entry);
        if (FindRefusal(move) is not null)
        {
            return;
        }

        ranking = null;
        Follow(entry, move);
        if (entry is { ClientId: { } client, Seat: { } team })
        {
            receipts.TryAdd((team, client), new StageReceipt(entry.Number, entry.Kind, entry.At));
        }
    }

    private ContestRefusal? RefusalOf(StageMove move, int team) => move.Kind switch
    {
        ContestEntryKind.Chosen => IsTurnToChoose(team) && StageChoice.Stakes.Contains(move.Amount ?? 0) && MayName(team, StageChoice.Named(move.Text)) ? null : ContestRefusal.NotNow,
        ContestEntryKind.Abstained when move.Item is null => IsTurnToChoose(team) ? null : ContestRefusal.NotNow,
        _ => Current is { } question && question.Number == move.Item && question.Entrants.Contains(team) ? RefusalOf(question, team, move) : ContestRefusal.NotOpen,
    };

    private ContestRefusal? RefusalOf(StageQuestion question, int team, StageMove move) => move.Kind switch
    {
        ContestEntryKind.Abstained => Phase is StagePhase.Running && !question.Round.IsBuzzed && !HasSpoken(question, team) ? null : ContestRefusal.NotNow,
        ContestEntryKind.FalseStarted => Phase is StagePhase.Shown && question.Round.IsBuzzed && !question.FalseStarts.Contains(team) ? null : ContestRefusal.NotNow,
        ContestEntryKind.Buzzed => RefusalOfBuzz(question, team, move),
        _ => RefusalOfAnswer(question, team, move),
    };

    private ContestRefusal? RefusalOfBuzz(StageQuestion question, int team, StageMove move) =>
        !question.Round.IsBuzzed || Phase is StagePhase.Shown ? ContestRefusal.NotOpen
        : question.FalseStarts.Contains(team) ? ContestRefusal.SitsOut
        : Phase is not StagePhase.Running || !(move.IsByHost || question.Clock.IsInTime(move.At, 0)) ? ContestRefusal.TooLate
        : null;

    private ContestRefusal? RefusalOfAnswer(StageQuestion question, int team, StageMove move) =>
        Phase is not (StagePhase.Running or StagePhase.Answering) ? Phase is StagePhase.Shown ? ContestRefusal.NotOpen : ContestRefusal.TooLate
        : !question.MayBeJudged(team) ? ContestRefusal.NotOpen
        : HasSpoken(question, team) ? ContestRefusal.AlreadyAnswered
        : string.IsNullOrEmpty(move.Text) ? ContestRefusal.NoSuchAnswer
        : move.IsByHost || question.Clock.IsInTime(move.At, 0) ? null : ContestRefusal.TooLate;

    private static bool HasSpoken(StageQuestion question, int team) => question.Given.ContainsKey(team) || question.Abstained.Contains(team);

    private bool IsTurnToChoose(int team) => IsIdle && Round is { Block: StageBlock.Risk } && Choice is null && Turn?.Team == team && HasItems;

    private bool MayName(int team, int? to) => to is not { } named || Round is { MayName: true } && named != team && IsTeam(named) && !IsDisqualified(named);

    private bool May(StageMove move) => move.Kind switch
    {
        ContestEntryKind.Prepared => Phase is StagePhase.Draft && StageHead.IsHead(move.Text),
        _ when Phase is StagePhase.Draft or StagePhase.Finished => false,
        ContestEntryKind.RoundAgreed => RoundNumber is 0 && move.Item == rounds.Count + 1,
        ContestEntryKind.Resumed => IsPaused,
        ContestEntryKind.Ruled or ContestEntryKind.QuestionWithdrawn or ContestEntryKind.Adjusted or ContestEntryKind.Penalized => MayRule(move),
        ContestEntryKind.DeviceRenewed => IsTeam(move.Team ?? 0),
        _ when IsPaused => false,
        ContestEntryKind.Paused => true,
        ContestEntryKind.RoundBegun => IsIdle && move.Item == RoundNumber + 1 && move.Item <= rounds.Count,
        ContestEntryKind.Asked => IsIdle && IsLeft(move.Item ?? 0) && Turn is not null && (Round is not { Block: StageBlock.Risk } || Choice is not null),
        ContestEntryKind.Finished => IsIdle,
        _ => Current is { } question && move.Item == question.Number && MayGoOn(question, move),
    };

    private bool MayGoOn(StageQuestion question, StageMove move) => move.Kind switch
    {
        ContestEntryKind.Opened => Phase is StagePhase.Shown,
        ContestEntryKind.Judged => IsJudgeable(question) && StageVerdicts.Parse(move.Text) is var verdicts && verdicts.Right.Concat(verdicts.Wrong).All(question.MayBeJudged),
        ContestEntryKind.PassedOn => question.Round is { Block: StageBlock.Buzz, GoesToAudience: true } && (Phase is StagePhase.Judged || IsUnbuzzed(question)),
        ContestEntryKind.Revealed => Phase is StagePhase.Judged or StagePhase.Audience || IsUnbuzzed(question) || Phase is StagePhase.Running && question.Round.Block is StageBlock.Audience,
        _ => false,
    };

    /// <summary>Whether there is an answer to judge, or somebody who has not given one.</summary>
    private bool IsJudgeable(StageQuestion question) =>
        question.Round.IsBuzzed ? Phase is StagePhase.Answering : Phase is StagePhase.Running && question.Round.Block is not StageBlock.Audience;

    private bool IsUnbuzzed(StageQuestion question) => Phase is StagePhase.Running && question.Round.IsBuzzed && question.Buzzer is null;

    private bool MayRule(StageMove move) => move.Kind switch
    {
        ContestEntryKind.Ruled => Find(move.Item ?? 0) is { IsWithdrawn: false } question && MayOverrule(question, StageRuling.Parse(move.Text)),
        ContestEntryKind.QuestionWithdrawn => Find(move.Item ?? 0) is { IsWithdrawn: false },
        ContestEntryKind.Penalized => IsTeam(move.Team ?? 0) && StageOffences.Find(move.Text) is not null,
        _ => IsTeam(move.Team ?? 0),
    };

    /// <summary>A question that still is on the stage is judged first.</summary>
    private bool MayOverrule(StageQuestion question, StageRuling ruling) =>
        ruling.As is StageRuling.Right or StageRuling.Wrong or StageRuling.Neither && question.MayBeJudged(ruling.Team)
        && (question != Current || Phase is StagePhase.Judged or StagePhase.Audience or StagePhase.Revealed);

    private void Follow(ContestEntry entry, StageMove move)
    {
        switch (entry.Kind)
        {
            case ContestEntryKind.Prepared:
                (Head, Items, Phase) = (StageHead.Parse(entry.Text), entry.Item ?? 0, StagePhase.Between);
                break;
            case ContestEntryKind.RoundAgreed:
                rounds.Add(StageRound.Parse(entry.Text));
                break;
            case ContestEntryKind.RoundBegun:
                (RoundNumber, place, Choice, Current, Phase) = (RoundNumber + 1, 0, null, null, StagePhase.Between);
                turns = StageTurn.Of(rounds[RoundNumber - 1], Head?.Members ?? []);
                break;
            case ContestEntryKind.Paused:
                IsPaused = true;
                Current?.Clock.Pause(entry.At);
                break;
            case ContestEntryKind.Resumed:
                IsPaused = false;
                Current?.Clock.Resume(entry.At);
                break;
            case ContestEntryKind.Finished:
                (Phase, IsPaused) = (StagePhase.Finished, false);
                break;
            case ContestEntryKind.Ruled or ContestEntryKind.QuestionWithdrawn or ContestEntryKind.Adjusted or ContestEntryKind.Penalized:
                Rule(entry);
                break;
            case ContestEntryKind.DeviceRenewed:
                devices[entry.Seat ?? 0] = entry.Number;
                break;
            case ContestEntryKind.Asked:
                Ask(entry.Item ?? 0, entry.At);
                break;
            case ContestEntryKind.Chosen:
                Choice = new StageChoice(entry.Seat ?? 0, entry.Amount ?? 0, StageChoice.Named(entry.Text));
                break;
            case ContestEntryKind.Abstained when entry.Item is null:
                (place, Phase, Current) = ((Turn?.Place ?? place) + 1, StagePhase.Between, null);
                break;
            default:
                GoOn(Current ?? throw new UnreachableException(), entry, move);
                break;
        }
    }

    private void Ask(int item, DateTime at)
    {
        var (turn, round) = (Turn ?? throw new UnreachableException(), Round ?? throw new UnreachableException());
        IReadOnlyList<int> entrants = round.Block switch
        {
            StageBlock.Audience => [],
            StageBlock.SuddenDeath => turn.Teams,
            StageBlock.Shared or StageBlock.Buzz => [.. Teams.Where(team => !IsDisqualified(team))],
            _ => [Choice?.To ?? turn.Team ?? 0],
        };
        Current = questions[item] = new StageQuestion(item, RoundNumber, round, turn, Choice, entrants, at);
        shown.Add(Current);
        (place, Choice, Phase) = (turn.Place + 1, null, StagePhase.Shown);
    }

    private void GoOn(StageQuestion question, ContestEntry entry, StageMove move)
    {
        var team = entry.Seat ?? 0;
        switch (entry.Kind)
        {
            case ContestEntryKind.Opened:
                question.Start(entry.At);
                Phase = StagePhase.Running;
                break;
            case ContestEntryKind.FalseStarted:
                question.FalseStart(team);
                Score(entry, team, question.RoundNumber, -question.Round.FalseStartPoints, IsDecider(question));
                break;
            case ContestEntryKind.Buzzed:
                question.Buzz(team, entry.At);
                Phase = StagePhase.Answering;
                break;
            case ContestEntryKind.Given:
                question.Give(team, new StageGiven(entry.Text ?? "", move.IsByHost));
                break;
            case ContestEntryKind.Abstained:
                question.Abstain(team);
                break;
            case ContestEntryKind.Judged:
                Judge(question, entry);
                break;
            case ContestEntryKind.PassedOn:
                Phase = StagePhase.Audience;
                break;
            case ContestEntryKind.Revealed:
                question.Reveal(entry.Text);
                Phase = StagePhase.Revealed;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Judge(StageQuestion question, ContestEntry entry)
    {
        var verdicts = StageVerdicts.Parse(entry.Text);
        foreach (var (team, isRight) in verdicts.Right.Select(team => (team, true)).Concat(verdicts.Wrong.Select(team => (team, false))))
        {
            question.Judge(team, isRight);
        }

        question.Reveal(verdicts.Key);
        Phase = verdicts.Key is null ? StagePhase.Judged : StagePhase.Revealed;
        Settle(question, entry);
    }

    private void Rule(ContestEntry entry)
    {
        var team = entry.Seat ?? 0;
        switch (entry.Kind)
        {
            case ContestEntryKind.Ruled:
                var (ruling, ruled) = (StageRuling.Parse(entry.Text), questions[entry.Item ?? 0]);
                ruled.Judge(ruling.Team, ruling.As is StageRuling.Neither ? null : ruling.As is StageRuling.Right);
                Settle(ruled, entry);
                break;
            case ContestEntryKind.QuestionWithdrawn:
                Withdraw(questions[entry.Item ?? 0], entry);
                break;
            case ContestEntryKind.Adjusted:
                Score(entry, team, 0, entry.Amount ?? 0, isDecider: false);
                break;
            default:
                Penalize(entry, team);
                break;
        }
    }

    private void Withdraw(StageQuestion question, ContestEntry entry)
    {
        question.Withdraw();
        Settle(question, entry);
        if (question == Current && Phase is not StagePhase.Between)
        {
            // Whose turn it was gets another question.
            (place, Choice, Phase) = (Math.Min(place, question.Turn.Place), null, StagePhase.Revealed);
        }
    }

    private void Penalize(ContestEntry entry, int team)
    {
        var isCheating = string.Equals(entry.Text, nameof(StageOffence.Cheating), StringComparison.Ordinal);
        Score(entry, team, 0, -((isCheating ? Head?.CheatingPoints : Head?.NoisePoints) ?? 0), isDecider: false);
        cheated[team] = CheatedOf(team) + (isCheating ? 1 : 0);
        if (IsDisqualified(team) && Choice is { } choice && (choice.Team == team || choice.To == team))
        {
            Choice = null;
        }
    }

    /// <summary>Notes what a question gives and takes now, less what it gave and took before.</summary>
    private void Settle(StageQuestion question, ContestEntry entry)
    {
        var (before, now) = (settled.GetValueOrDefault(question.Number) ?? [], question.Gains());
        foreach (var team in Teams)
        {
            Score(entry, team, question.RoundNumber, now.GetValueOrDefault(team) - before.GetValueOrDefault(team), IsDecider(question));
        }

        settled[question.Number] = now.ToDictionary();
    }

    private void Score(ContestEntry entry, int team, int round, int points, bool isDecider)
    {
        if (points is not 0)
        {
            scores.Add(new StageScore(entry.Number, team, round, points, isDecider));
            ranking = null;
        }
    }

    private static bool IsDecider(StageQuestion question) => question.Round.Block is StageBlock.SuddenDeath;

    private int Asked(int round) => shown.Count(question => question.RoundNumber == round && !question.IsWithdrawn);
}

namespace TrainingHub.Contests.Stage;

/// <summary>A question that was shown on the stage, and what came of it. Changed by the fold of the log alone.</summary>
public sealed class StageQuestion
{
    private readonly SortedDictionary<int, StageGiven> given = [];
    private readonly SortedDictionary<int, bool> verdicts = [];
    private readonly SortedSet<int> falseStarts = [];
    private readonly SortedSet<int> abstained = [];

    /// <param name="number">From 1.</param>
    /// <param name="roundNumber">From 1.</param>
    /// <param name="round">Its settings.</param>
    /// <param name="turn">Whose turn it was.</param>
    /// <param name="choice">Of a risk question.</param>
    /// <param name="entrants">Teams that may answer it, or buzz.</param>
    /// <param name="at">UTC.</param>
    internal StageQuestion(int number, int roundNumber, StageRound round, StageTurn turn, StageChoice? choice, IReadOnlyList<int> entrants, DateTime at)
    {
        (Number, RoundNumber, Round, Turn, Choice, Entrants) = (number, roundNumber, round, turn, choice, entrants);
        Clock = ClockAt(at);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>From 1.</summary>
    public int RoundNumber { get; }
    public StageRound Round { get; }
    public StageTurn Turn { get; }

    /// <summary>Null but for a risk question.</summary>
    public StageChoice? Choice { get; }

    /// <summary>Teams that may answer it, or buzz.</summary>
    public IReadOnlyList<int> Entrants { get; }

    /// <summary>Its time, once it runs.</summary>
    public ContestQuestion Clock { get; private set; }

    /// <summary>Who buzzed first; null without.</summary>
    public int? Buzzer { get; private set; }

    /// <summary>The letters that are right; null while they are not shown.</summary>
    public string? Right { get; private set; }
    public bool IsWithdrawn { get; private set; }

    /// <summary>Answers, by team.</summary>
    public IReadOnlyDictionary<int, StageGiven> Given => given;

    /// <summary>By team: whether the answer was judged to be right.</summary>
    public IReadOnlyDictionary<int, bool> Verdicts => verdicts;

    /// <summary>Teams that buzzed before 「开始」.</summary>
    public IReadOnlySet<int> FalseStarts => falseStarts;
    public IReadOnlySet<int> Abstained => abstained;

    /// <summary>What a right answer brings.</summary>
    public int Points => Choice?.Points ?? Round.Points;

    /// <summary>The team that answers alone; null when several do, or nobody has buzzed.</summary>
    public int? Answerer => Round.IsBuzzed ? Buzzer : Entrants is [var team] && Round.Block is not StageBlock.Shared ? team : null;

    /// <summary>The team that named another one for its risk question.</summary>
    public int? Namer => Choice is { To: not null } ? Choice.Team : null;

    /// <summary>Whether the team can be judged: it answers alone, or among all.</summary>
    public bool MayBeJudged(int team) => Round.Block is StageBlock.Shared ? Entrants.Contains(team) : Answerer == team;

    /// <summary>What the verdicts give and take, by team; empty once it was withdrawn.</summary>
    public IReadOnlyDictionary<int, int> Gains()
    {
        var gains = new SortedDictionary<int, int>();
        foreach (var (team, isRight) in verdicts.Where(_ => !IsWithdrawn))
        {
            if (isRight)
            {
                gains[team] = Points;
            }
            else if (Namer is { } namer)
            {
                // 错则出题方加.
                gains[namer] = Points;
            }
            else if (Round.Deducts)
            {
                gains[team] = -Points;
            }
        }

        return gains;
    }

    /// <summary>
    /// Teams that had to answer it: who answers alone, all of a shared one, who buzzed, and where nobody did everybody who could have. Empty until what is
    /// right is shown, of a question that was withdrawn, and of one for the audience. Whose answer was ruled to count neither way is not among them.
    /// </summary>
    public IReadOnlyList<int> Asked =>
        Right is null || IsWithdrawn || Round.Block is StageBlock.Audience ? []
        : IsUnbuzzed ? Entrants
        : [.. Entrants.Where(team => verdicts.ContainsKey(team) || abstained.Contains(team))];

    /// <summary>Of these the teams that were wrong or said nothing: 错题 of all their members.</summary>
    public IReadOnlyList<int> Missed => [.. Asked.Where(team => !verdicts.GetValueOrDefault(team))];

    /// <summary>Whether teams buzz for it and none has.</summary>
    public bool IsUnbuzzed => Round.IsBuzzed && Buzzer is null;

    /// <summary>Whether the team said something, rightly or wrongly.</summary>
    public bool HasAnswered(int team) => verdicts.ContainsKey(team) && !abstained.Contains(team);

    /// <summary>What it brought the team, a false start among it.</summary>
    public int BroughtTo(int team) => Gains().GetValueOrDefault(team) - (falseStarts.Contains(team) ? Round.FalseStartPoints : 0);

    internal void Start(DateTime at) => Clock = ClockAt(at);

    internal void Buzz(int team, DateTime at) => (Buzzer, Clock) = (team, ClockAt(at));

    internal void FalseStart(int team) => falseStarts.Add(team);

    internal void Abstain(int team) => abstained.Add(team);

    internal void Give(int team, StageGiven answer) => given[team] = answer;

    internal void Judge(int team, bool? isRight)
    {
        if (isRight is { } verdict)
        {
            verdicts[team] = verdict;
        }
        else
        {
            verdicts.Remove(team);
        }
    }

    internal void Reveal(string? right) => Right = right;

    internal void Withdraw() => IsWithdrawn = true;

    private ContestQuestion ClockAt(DateTime at) => new(Number, at, Round.Seconds * 1000);
}

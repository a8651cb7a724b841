using System.Globalization;

namespace TrainingHub.Contests.Stage;

/// <summary>A round: a building block with its settings.</summary>
public sealed record StageRound
{
    public const int MostQuestions = 50;

    public required StageBlock Block { get; init; }

    /// <summary>For each member (individual), each team (team, risk) or all together; 1 to 50. In a sudden death: at most.</summary>
    public required int Questions { get; init; }

    /// <summary>For a right answer, 0 to 1000. Risk questions bring what was chosen, questions for the audience nothing.</summary>
    public required int Points { get; init; }

    /// <summary>To answer, and before that to buzz; 5 to 300.</summary>
    public required int Seconds { get; init; }

    /// <summary>Whether a wrong answer, or none in time, costs what a right one brings.</summary>
    public bool Deducts { get; init; }

    /// <summary>Taken off for buzzing before 「开始」; the team sits that question out. 0 to 1000.</summary>
    public int FalseStartPoints { get; init; }

    /// <summary>Of risk questions: whether another team may be named.</summary>
    public bool MayName { get; init; }

    /// <summary>Of a buzz: whether a question that was not answered rightly goes to the audience.</summary>
    public bool GoesToAudience { get; init; }

    /// <summary>Whether teams buzz.</summary>
    public bool IsBuzzed => Block is StageBlock.Buzz or StageBlock.SuddenDeath;

    public bool IsSound =>
        Block is not StageBlock.None && Enum.IsDefined(Block) && Questions is >= 1 and <= MostQuestions && Points is >= 0 and <= ContestRules.MostPoints
        && (Points > 0 || Block is StageBlock.Risk or StageBlock.Audience)
        && Seconds is >= ContestRules.LeastSeconds and <= ContestRules.MostSeconds && FalseStartPoints is >= 0 and <= ContestRules.MostPoints;

    /// <summary>How many questions it takes at most.</summary>
    /// <param name="members">Of each team.</param>
    public int QuestionsFor(IReadOnlyCollection<int> members) => Questions * Block switch
    {
        StageBlock.Individual => members.Sum(),
        StageBlock.Team or StageBlock.Risk => members.Count,
        _ => 1,
    };

    /// <summary>As the log keeps it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"block={(int)Block};questions={Questions};points={Points};seconds={Seconds};deducts={(Deducts ? 1 : 0)};false={FalseStartPoints};names={(MayName ? 1 : 0)};audience={(GoesToAudience ? 1 : 0)}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static StageRound Parse(string? text)
    {
        var pairs = new StagePairs(text);
        return new StageRound
        {
            Block = (StageBlock)pairs.Number("block"),
            Questions = pairs.Number("questions"),
            Points = pairs.Number("points"),
            Seconds = pairs.Number("seconds"),
            Deducts = pairs.Number("deducts") is 1,
            FalseStartPoints = pairs.Number("false"),
            MayName = pairs.Number("names") is 1,
            GoesToAudience = pairs.Number("audience") is 1,
        };
    }
}

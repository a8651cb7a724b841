using TrainingHub.Contests.Stage;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>From what the questions of a contest are drawn: kinds that a hall answers with a few letters.</summary>
public sealed record ContestPlan
{
    public const int MostQuestions = 100;
    public const int LongestTag = 60;

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Whether from the banks of the unit and those above it as well.</summary>
    public bool UsesBank { get; init; }

    /// <summary>单选题, from 0.</summary>
    public int Single { get; init; }

    /// <summary>多选题, from 0.</summary>
    public int Multiple { get; init; }

    /// <summary>判断题, from 0.</summary>
    public int TrueFalse { get; init; }

    /// <summary>Of any of these kinds, from 0: the questions of a stage.</summary>
    public int Any { get; init; }

    /// <summary>Of any of these kinds and of each difficulty, from easy to hard: kept for the risk questions of a stage, beside <see cref="Any"/>. Empty: none.</summary>
    public IReadOnlyList<int> Pools { get; init; } = [];

    /// <summary>Tag or knowledge point that all of them bear; null: any.</summary>
    public string? Tag { get; init; }

    public int Questions => Single + Multiple + TrueFalse + Any + Pools.Sum();

    public bool IsSound => Questions >= 1 && Single + Multiple + TrueFalse <= MostQuestions && Any + Pools.Sum() <= StageTerms.MostQuestions && Any >= 0 && Single >= 0 && Multiple >= 0 && TrueFalse >= 0 && (UsesBank || Courses.Count > 0);

    /// <summary>
    /// What of the sources a hall may be asked: what may be practised, whether or not it stands on papers too. A hall is told every key, so what is kept
    /// for examinations is never among it.
    /// </summary>
    public static IEnumerable<PaperCandidate> Playable(IEnumerable<PaperCandidate> candidates) => candidates
        .Where(one => one.Question.MayBePractised && one.Question.Prompt.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse)
        .Select(one => one with { Question = new QuestionVersion(one.Question.Prompt, one.Question.Key, QuestionUse.Both, one.Question.Difficulty) { Tags = one.Question.Tags } });

    /// <summary>The same as a paper is drawn by. Points of a contest are another matter.</summary>
    public PaperPlan ToPaperPlan() => new()
    {
        Sections = [.. new (QuestionKind?, int)[] { (QuestionKind.Single, Single), (QuestionKind.Multiple, Multiple), (QuestionKind.TrueFalse, TrueFalse), (null, Any) }
            .Where(part => part.Item2 > 0).Select(part => new PaperSection(new PaperFilter { Kind = part.Item1, Tag = Tag }, part.Item2, 1))
            .Concat(Pools.Index().Where(pool => pool.Item > 0).Select(pool => new PaperSection(OfDifficulty(pool.Index), pool.Item, 1)))],
    };

    /// <summary>The same with as many questions kept for risk questions as the sources have.</summary>
    /// <param name="risk">How many of the questions of any kind are risk questions; 0: it stays as it is.</param>
    /// <param name="playable">As <see cref="Playable"/> gave them.</param>
    public ContestPlan WithPools(int risk, IReadOnlyList<PaperCandidate> playable)
    {
        if (risk is 0)
        {
            return this with { Pools = [] };
        }

        var others = Any - risk;
        var difficulties = new PaperPlan { Sections = [.. Enumerable.Range(0, PaperFilter.Hardest).Select(at => new PaperSection(OfDifficulty(at), 1, 1))] };
        var pools = StagePools.Of(new PaperDraw(difficulties, playable).Available, risk, others);
        return this with { Any = StagePools.Others(pools, risk, others), Pools = pools.Sum() is 0 ? [] : pools };
    }

    private PaperFilter OfDifficulty(int at) => new() { Tag = Tag, From = PaperFilter.Easiest + at, Until = PaperFilter.Easiest + at };
}

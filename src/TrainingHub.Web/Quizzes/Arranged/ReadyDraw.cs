using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>A plan and its questions as they were at one instant.</summary>
public sealed class ReadyDraw(DateTime readAt, PaperDraw draw, IReadOnlyList<PaperCandidate> candidates)
{
    private const int SpreadDraws = 1000;

    private readonly Lazy<IReadOnlyDictionary<string, int>> _difficulties = new(() =>
        candidates.DistinctBy(one => one.Question.Hash, StringComparer.Ordinal).ToDictionary(one => one.Question.Hash, one => one.Question.Difficulty, StringComparer.Ordinal));

    public DateTime ReadAt => readAt;

    public PaperDraw Draw => draw;

    public int Questions => candidates.Count;

    /// <summary>Over a thousand draws; null when no paper can be drawn.</summary>
    public PaperSpread? Spread => field ??= PaperSpread.Of(draw, _difficulties.Value, SpreadDraws);

    /// <summary>Whether every question of a paper drawn before may still be drawn.</summary>
    public bool StillHolds(Paper paper) => paper.Items.All(item => _difficulties.Value.ContainsKey(item.QuestionHash));
}

using System.Runtime.CompilerServices;

namespace TrainingHub.Questions;

/// <summary>A bank made ready for drawing: by kind and in an order that depends on nothing but the questions, so that one preparation serves any number of papers.</summary>
public sealed class QuestionPools
{
    private readonly List<KeyValuePair<QuestionKind, IReadOnlyList<QuestionVersion>>> _pools;
    private readonly ConditionalWeakTable<PaperPlan, PaperDraw> _ready = [];

    private QuestionPools(List<KeyValuePair<QuestionKind, IReadOnlyList<QuestionVersion>>> pools)
    {
        _pools = pools;
    }

    /// <summary>Every kind of which there is a question, ascending.</summary>
    public IEnumerable<KeyValuePair<QuestionKind, IReadOnlyList<QuestionVersion>>> Kinds => _pools;

    /// <summary>Those of a bank that may be examined, none twice; whatever order the bank comes in.</summary>
    public static QuestionPools Of(IEnumerable<QuestionVersion> bank) => new(
    [
        .. from question in bank.DistinctBy(question => question.Prompt.Id, StringComparer.Ordinal)
           where question.MayBeExamined
           group question by question.Prompt.Kind into pool
           orderby pool.Key
           select KeyValuePair.Create<QuestionKind, IReadOnlyList<QuestionVersion>>(pool.Key, [.. pool.OrderBy(question => question.Prompt.Id, StringComparer.Ordinal)]),
    ]);

    /// <summary>What a plan draws from them, made ready once for as long as the plan is in use. The names in the plan leave the source out.</summary>
    /// <param name="plan">Without <see cref="PaperPlan.Faults"/>.</param>
    /// <exception cref="ArgumentException">The plan has faults.</exception>
    public PaperDraw Ready(PaperPlan plan) =>
        _ready.GetValue(plan, wanted => new PaperDraw(wanted, _pools.SelectMany(pool => pool.Value).Select(question => new PaperCandidate("", question, question.Tags))));

    /// <summary>How many questions of a kind there are.</summary>
    public int Count(QuestionKind kind) => _pools.Find(pool => pool.Key == kind).Value?.Count ?? 0;
}

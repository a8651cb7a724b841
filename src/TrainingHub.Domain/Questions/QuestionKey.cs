namespace TrainingHub.Questions;

/// <summary>The answer of a question and why. Stays on the server until it is released to the person.</summary>
/// <param name="CorrectOptions">
/// Original option indices from 0, ascending, each once: the right options, of 图上标注题 the right places, of 隐患判定题 every clause that is taken.
/// </param>
/// <param name="Explanation">Why the right ones are right and the others wrong.</param>
/// <param name="Basis">依据.</param>
public sealed record QuestionKey(IReadOnlyList<int> CorrectOptions, string Explanation, Basis Basis)
{
    /// <summary>The most clauses, beside <see cref="Basis"/>, that a question may rest on.</summary>
    public const int MostMoreClauses = 7;

    /// <summary>Further clauses, of the same edition or of others, that the answer rests on beside <see cref="Basis"/>; each once.</summary>
    public IReadOnlyList<Basis.OfClause> MoreClauses { get; init; } = [];

    /// <summary>Everything that the answer rests on, the first named first.</summary>
    public IEnumerable<Basis> Bases => [Basis, .. MoreClauses];

    /// <summary>Slugs of the standards among them, in any edition; a standard may occur several times.</summary>
    public IEnumerable<string> Standards => Bases.Select(basis => basis switch
    {
        Basis.OfClause clause => clause.StandardSlug,
        Basis.OfStatement said => said.StandardSlug,
        _ => null,
    }).OfType<string>();

    /// <summary>填空题: what is right in each blank.</summary>
    public IReadOnlyList<BlankKey> Blanks { get; init; } = [];

    /// <summary>排序题: the steps in their right order, by original index; empty: as they were written. Only a correction says otherwise.</summary>
    public IReadOnlyList<int> Order { get; init; } = [];

    /// <summary>匹配题: for each option the index of its target.</summary>
    public IReadOnlyList<int> Pairs { get; init; } = [];

    /// <summary>图上标注题: for each option (place) where it lies.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>隐患判定题: the right level; null elsewhere.</summary>
    public HazardLevel? Level { get; init; }

    /// <summary>简答题: what is marked.</summary>
    public IReadOnlyList<RubricLine> Rubric { get; init; } = [];

    /// <summary>排序题: the place of a step in the right order, from 0.</summary>
    public int PlaceOf(int step) => Order.Count is 0 ? step : Order.Index().First(place => place.Item == step).Index;

    /// <summary>排序题: the texts of the steps in their right order.</summary>
    public IEnumerable<string> StepsOf(QuestionPrompt prompt) => Order.Count is 0 ? prompt.Options : Order.Select(step => prompt.Options[step]);

    /// <summary>
    /// Whether these are exactly the right options, in any order. Multiple choice is all or nothing; nothing chosen is never right.
    /// </summary>
    public bool IsAnsweredBy(IReadOnlyCollection<int> chosenOptions) =>
        chosenOptions.Count > 0 && CorrectOptions.ToHashSet().SetEquals(chosenOptions);
}

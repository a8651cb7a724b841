namespace TrainingHub.Questions;

/// <summary>What of a key is no option, as stored.</summary>
internal sealed record KeyExtras
{
    public IReadOnlyList<BlankKey>? Blanks { get; init; }
    public IReadOnlyList<int>? Pairs { get; init; }
    public IReadOnlyList<Zone>? Zones { get; init; }
    public HazardLevel? Level { get; init; }
    public IReadOnlyList<RubricLine>? Rubric { get; init; }
    public IReadOnlyList<Basis.OfClause>? MoreClauses { get; init; }
}

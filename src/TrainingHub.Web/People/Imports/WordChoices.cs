namespace TrainingHub.People.Imports;

/// <summary>The meanings among which one is chosen for a word.</summary>
/// <param name="Column">Post or employment.</param>
/// <param name="Positions">The catalogue.</param>
/// <param name="Proposals">What it may mean, the nearest first.</param>
/// <param name="Chosen">What is chosen already; null for nothing.</param>
public sealed record WordChoices(RosterColumn Column, IReadOnlyList<KnownPosition> Positions, IReadOnlyList<WordMeaning> Proposals, WordMeaning? Chosen)
{
    /// <summary>All there are, without the proposals.</summary>
    public IEnumerable<WordMeaning> Others =>
        (Column is RosterColumn.Position ? Positions.Select(position => new WordMeaning(position.Id, null, IsLeftOut: false)) : WordMeaning.Employments.Select(employment => new WordMeaning(null, employment, IsLeftOut: false)))
        .Except(Proposals);

    public string PositionOf(WordMeaning meaning) => Positions.FirstOrDefault(position => position.Id == meaning.PositionId)?.Name ?? "";
}

namespace TrainingHub.Standards;

/// <summary>One edition to read.</summary>
/// <param name="Row">The edition, its state and who entered it.</param>
/// <param name="Others">Its other editions, newest first.</param>
/// <param name="Before">The edition it replaced; null when it replaced none that is known here.</param>
/// <param name="After">The edition that stands in its place; null while it is in force.</param>
public sealed record StandardPage(StandardRow Row, IReadOnlyList<StandardRow> Others, StandardEdition? Before, StandardEdition? After)
{
    /// <summary>What rests on it without naming a clause.</summary>
    public ClauseUses Uses { get; init; } = ClauseUses.None;

    public EditionReaders Readers { get; init; }

    /// <summary>Whether the reader may go on with it: enter a new edition, end it.</summary>
    public bool IsManaged { get; init; }

    /// <summary>The part of an address that names this edition; empty for the current one, whose addresses stay the same when another takes over.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether no later edition of the document was published.</summary>
    public bool IsLast { get; init; }
}

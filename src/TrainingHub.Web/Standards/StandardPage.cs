namespace TrainingHub.Standards;

/// <summary>One edition to read.</summary>
/// <param name="Row">The edition, its state and who entered it.</param>
/// <param name="Others">Its other editions, newest first.</param>
/// <param name="Before">The edition it replaced; null when it replaced none that is known here.</param>
/// <param name="After">The edition that stands in its place; null while it is in force.</param>
public sealed record StandardPage(StandardRow Row, IReadOnlyList<StandardRow> Others, StandardEdition? Before, StandardEdition? After);

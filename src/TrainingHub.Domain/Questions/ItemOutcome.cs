namespace TrainingHub.Questions;

/// <summary>What became of one question on one paper that was handed in.</summary>
/// <param name="IsAnswered">Whether anything was answered.</param>
/// <param name="Item">Thousandths of the item's points that were reached, rounded down, 0 to 1000.</param>
/// <param name="Rest">Thousandths of all other points of the paper that were reached, rounded down, 0 to 1000.</param>
/// <param name="Picked">Original indices of the options, places or clauses picked; empty for kinds without options to pick.</param>
/// <param name="Seconds">Whole seconds from the answer saved before it, or the start, to its first answer; null when not known.</param>
public sealed record ItemOutcome(bool IsAnswered, int Item, int Rest, IReadOnlyList<int> Picked, int? Seconds);

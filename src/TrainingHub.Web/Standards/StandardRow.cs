namespace TrainingHub.Standards;

/// <summary>One edition in the list.</summary>
/// <param name="Edition">With its clauses.</param>
/// <param name="Status">Today.</param>
/// <param name="IsAhead">Published, but in force only from a later day.</param>
/// <param name="Owner">The unit that entered it; null for what travels with the application.</param>
public sealed record StandardRow(StandardEdition Edition, EditionStatus Status, bool IsAhead, string? Owner);

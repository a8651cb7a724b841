namespace TrainingHub.Standards;

/// <summary>A clause, or a document, that a search found.</summary>
/// <param name="Edition">The edition it stands in.</param>
/// <param name="Status">Of the edition today.</param>
/// <param name="Clause">Null when the document itself was found.</param>
/// <param name="Excerpt">The text around the first word found, cut into what matches and what does not.</param>
public sealed record ClauseHit(StandardEdition Edition, EditionStatus Status, Clause? Clause, IReadOnlyList<ExcerptPart> Excerpt);

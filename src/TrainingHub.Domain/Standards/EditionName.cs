namespace TrainingHub.Standards;

/// <summary>Names one edition of one document.</summary>
/// <param name="Slug">The document.</param>
/// <param name="Edition">Its edition: <c>2024</c>.</param>
public sealed record EditionName(string Slug, string Edition);

namespace TrainingHub.Programmes;

/// <summary>A standard that a bureau has.</summary>
/// <param name="Slug">The document.</param>
/// <param name="Title">Full title without book marks.</param>
/// <param name="IsLocal">Whether a unit entered it.</param>
public sealed record KnownDocument(string Slug, string Title, bool IsLocal);

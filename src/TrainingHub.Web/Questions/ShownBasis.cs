namespace TrainingHub.Questions;

/// <summary>依据 as it stands below a question.</summary>
/// <param name="Name">Document, edition and clause.</param>
/// <param name="Text">What it says; null when that is not known.</param>
public sealed record ShownBasis(string Name, string? Text);

namespace TrainingHub.Reports;

/// <summary>A target in a list to choose from.</summary>
public sealed record TargetChoice(string Slug, string Title, int Year);

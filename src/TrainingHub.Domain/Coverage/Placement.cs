namespace TrainingHub.Coverage;

/// <summary>Where a person stands for a target, and until when.</summary>
/// <param name="Standings">At most one per organization and post; at most one of them is covered, missing or excluded.</param>
/// <param name="NextBoundary">The next day on which this may change without anybody recording a fact; null when none does.</param>
public sealed record Placement(IReadOnlyList<CoverageStanding> Standings, DateOnly? NextBoundary);

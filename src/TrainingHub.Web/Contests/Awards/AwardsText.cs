namespace TrainingHub.Contests.Awards;

/// <summary>Names the resource files of this folder.</summary>
public sealed class AwardsText;

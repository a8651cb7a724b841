namespace TrainingHub.Contests;

/// <summary>Names the resource files of this folder.</summary>
public sealed class ContestsText;

namespace TrainingHub.Contests.Open;

/// <summary>Names the resource files of this folder.</summary>
public sealed class OpenText;

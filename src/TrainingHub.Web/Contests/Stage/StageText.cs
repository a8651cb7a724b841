namespace TrainingHub.Contests.Stage;

/// <summary>Names the resource files of this folder.</summary>
public sealed class StageText;

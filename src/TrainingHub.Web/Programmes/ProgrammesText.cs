namespace TrainingHub.Programmes;

/// <summary>Names the resource files of this folder.</summary>
public sealed class ProgrammesText;

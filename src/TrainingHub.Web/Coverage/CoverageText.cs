namespace TrainingHub.Coverage;

/// <summary>Names the resource files of this folder.</summary>
public sealed class CoverageText;

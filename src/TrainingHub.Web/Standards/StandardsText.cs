namespace TrainingHub.Standards;

/// <summary>Names the resource files of this folder.</summary>
public sealed class StandardsText;

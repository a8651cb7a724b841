namespace TrainingHub.Recognitions;

/// <summary>Names the resource files of this folder.</summary>
public sealed class RecognitionsText;

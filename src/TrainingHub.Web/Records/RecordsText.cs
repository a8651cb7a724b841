namespace TrainingHub.Records;

/// <summary>Names the resource files of this folder.</summary>
public sealed class RecordsText;

namespace TrainingHub.Sessions.Papers;

/// <summary>Names the resource files of this folder.</summary>
public sealed class PapersText;

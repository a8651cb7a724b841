namespace TrainingHub.Sessions;

/// <summary>Names the resource files of this folder.</summary>
public sealed class SessionsText;

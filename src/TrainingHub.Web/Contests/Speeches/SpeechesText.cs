namespace TrainingHub.Contests.Speeches;

/// <summary>Names the resource files of this folder.</summary>
public sealed class SpeechesText;

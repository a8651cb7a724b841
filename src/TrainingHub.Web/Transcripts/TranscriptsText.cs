namespace TrainingHub.Transcripts;

/// <summary>Names the resource files of this folder.</summary>
public sealed class TranscriptsText;

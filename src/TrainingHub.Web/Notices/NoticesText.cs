namespace TrainingHub.Notices;

/// <summary>Names the resource files of this folder.</summary>
public sealed class NoticesText;

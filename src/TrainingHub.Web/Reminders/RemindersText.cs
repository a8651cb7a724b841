namespace TrainingHub.Reminders;

/// <summary>Names the resource files of this folder.</summary>
public sealed class RemindersText;

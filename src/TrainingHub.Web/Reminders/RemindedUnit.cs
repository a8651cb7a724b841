namespace TrainingHub.Reminders;

/// <summary>A unit in the reader's reach.</summary>
public sealed record RemindedUnit(Guid Id, string Code, string Name);

namespace TrainingHub.People.Imports;

/// <summary>One difference between the roster and a row, both sides as the database writes them; null for nothing.</summary>
public sealed record FieldChange(RosterColumn Column, string? Old, string? New);

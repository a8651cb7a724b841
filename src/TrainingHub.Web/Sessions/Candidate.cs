namespace TrainingHub.Sessions;

/// <summary>Somebody who could be called to a session.</summary>
/// <param name="IsProposed">Whether a seat is free for them, by the order of the list and what was asked.</param>
/// <param name="OtherBatch">The batch of the series to which they are called already; null: none.</param>
public sealed record Candidate(Guid PersonId, string Name, string? StaffNumber, Guid UnitId, string UnitName, string PositionName, bool IsProposed, int? OtherBatch);

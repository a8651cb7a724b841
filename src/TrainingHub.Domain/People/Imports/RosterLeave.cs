namespace TrainingHub.People.Imports;

/// <summary>Leave as a row of a roster says it.</summary>
/// <param name="Kind">Null where the file says none.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day (included), <see cref="Time.Day.Open"/> where the file says 至今; null where it says nothing.</param>
/// <param name="Column">Where the first day stands.</param>
public sealed record RosterLeave(LeaveKind? Kind, DateOnly From, DateOnly? Until, RosterColumn Column);

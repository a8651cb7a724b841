namespace TrainingHub.Contests.Open;

/// <summary>Somebody who may take part, at the unit for which they count.</summary>
/// <param name="PersonId">Once in a contest.</param>
/// <param name="UnitId">Of their main post among those that take part.</param>
public sealed record ContestPlace(Guid PersonId, Guid UnitId);

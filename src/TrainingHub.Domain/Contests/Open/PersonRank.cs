namespace TrainingHub.Contests.Open;

/// <summary>A person's place.</summary>
/// <param name="UnitId">For which they count.</param>
/// <param name="Points">Whole points of the attempt that counts.</param>
/// <param name="Seconds">用时 of that attempt, in whole seconds.</param>
/// <param name="Rank">Among all, from 1.</param>
/// <param name="UnitRank">Within the unit, from 1.</param>
public sealed record PersonRank(Guid PersonId, Guid UnitId, int Points, int Seconds, int Rank, int UnitRank);

namespace TrainingHub.Coverage;

/// <summary>What stands under the title of every figure.</summary>
/// <param name="Target">The target.</param>
/// <param name="Unit">Whose figure it is.</param>
/// <param name="AsOf">数据截至, in the zone.</param>
/// <param name="Units">How many units of the population it sums; null to leave it out.</param>
/// <param name="IsPast">Whether it is of another day or moment than now.</param>
public sealed record DefinitionLine(TargetSummary Target, UnitChoice Unit, DateTime AsOf, int? Units, bool IsPast = false);

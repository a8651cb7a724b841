namespace TrainingHub.Coverage;

/// <summary>A target and an organization of its sub-tree in the reader's reach.</summary>
/// <param name="Target">The target.</param>
/// <param name="Unit">The organization.</param>
/// <param name="MayReadNames">Whether the reader may see the names behind its figure, too.</param>
public sealed record NamedUnit(TargetSummary Target, UnitChoice Unit, bool MayReadNames);

using TrainingHub.Coverage;

namespace TrainingHub.Sessions.Plans;

/// <summary>A plan in the keeper's reach, with the target and the unit whose people it places.</summary>
public sealed record FoundPlan(BatchPlan Plan, TargetSummary Target, UnitChoice Unit);

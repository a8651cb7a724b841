namespace TrainingHub.Sessions.Plans;

/// <summary>A large plan while what it proposes is computed.</summary>
/// <param name="Found">The plan.</param>
/// <param name="Kept">How far it is; null where it was given up in the same moment.</param>
public sealed record PlanProgress(FoundPlan Found, KeptProposal? Kept);

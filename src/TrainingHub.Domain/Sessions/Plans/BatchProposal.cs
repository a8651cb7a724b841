namespace TrainingHub.Sessions.Plans;

/// <summary>Who goes in which batch, whom no batch can take, and which rules are broken. Everybody of the plan is once among the first two.</summary>
public sealed record BatchProposal(IReadOnlyList<PlacedPerson> Placed, IReadOnlyList<LeftPerson> Left, IReadOnlyList<PlanFault> Faults);

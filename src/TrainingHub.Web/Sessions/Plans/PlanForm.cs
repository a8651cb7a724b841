using TrainingHub.Coverage;
using TrainingHub.Organizations;

namespace TrainingHub.Sessions.Plans;

/// <summary>The form of a new plan.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Targets">Targets in reach that still run.</param>
/// <param name="Units">Units to offer while typing.</param>
public sealed record PlanForm(PlanInput Input, IReadOnlyList<TargetSummary> Targets, IReadOnlyList<OrganizationLink> Units);

using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

/// <summary>The figure of those organizations that have the same stages and the same flags; every organization of a population is in exactly one such sum.</summary>
/// <param name="Stages">All their stages.</param>
/// <param name="Flags">All their flags.</param>
/// <param name="Units">How many organizations.</param>
/// <param name="Figure">Their sum.</param>
public sealed record TraitSum(SchoolStages Stages, OrganizationFlags Flags, int Units, CoverageFigure Figure);

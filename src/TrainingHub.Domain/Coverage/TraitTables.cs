using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

/// <summary>Parts a figure by what its organizations are.</summary>
public static class TraitTables
{
    /// <param name="sums">Of all organizations of the figure.</param>
    public static TraitTable<SchoolStages> ByStage(IReadOnlyCollection<TraitSum> sums) => TraitTable<SchoolStages>.Of(sums, sum => sum.Stages);

    /// <param name="sums">Of all organizations of the figure.</param>
    public static TraitTable<OrganizationFlags> ByFlag(IReadOnlyCollection<TraitSum> sums) => TraitTable<OrganizationFlags>.Of(sums, sum => sum.Flags);
}

namespace TrainingHub.Coverage;

/// <summary>A day at whose beginning an organization's cells have to be counted again because a fact begins, ends or runs out.</summary>
public sealed class CoverageDue
{
    public required Guid OrganizationId { get; init; }

    /// <summary>First day on which the cells counted before no longer hold.</summary>
    public required DateOnly Day { get; init; }
}

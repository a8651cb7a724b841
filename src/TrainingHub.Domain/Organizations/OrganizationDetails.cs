using TrainingHub.Facts;

namespace TrainingHub.Organizations;

/// <summary>What an organization is during some days: its name, kind, stages, flags and area. Rows of one organization that we know do not overlap.</summary>
public sealed class OrganizationDetails : DatedFact
{
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }
    public required OrganizationKind Kind { get; init; }
    public SchoolStages Stages { get; init; }
    public OrganizationFlags Flags { get; init; }

    /// <summary>片区, a label only; null when none.</summary>
    public string? Area { get; init; }
}

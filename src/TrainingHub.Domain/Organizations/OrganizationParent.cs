using TrainingHub.Facts;

namespace TrainingHub.Organizations;

/// <summary>Under whom an organization stands during some days. The root has none.</summary>
public sealed class OrganizationParent : DatedFact
{
    public required Guid OrganizationId { get; init; }
    public required Guid ParentId { get; init; }
}

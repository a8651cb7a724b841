namespace TrainingHub.Organizations;

/// <summary>A form about an organization.</summary>
/// <param name="Code">The organization; for a new one the unit above.</param>
/// <param name="Offered">Units to choose from while typing.</param>
public sealed record FormPage<T>(string Code, string Name, T Input, IReadOnlyList<OrganizationLink> Offered);

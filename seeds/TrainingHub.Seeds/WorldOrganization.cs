using TrainingHub.Organizations;

namespace TrainingHub.Seeds;

/// <param name="Key">Unique in the world; ids are made from it.</param>
/// <param name="ParentKey">Null for the root. Parents stand before their children.</param>
public sealed record WorldOrganization(string Key, string? ParentKey, string Name, OrganizationKind Kind)
{
    public SchoolStages Stages { get; init; }
    public OrganizationFlags Flags { get; init; }
    public string? Area { get; init; }
    public string? RegionCode { get; init; }
    public string? ProvinceShortName { get; init; }
}

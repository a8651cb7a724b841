using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>What it takes to add an organization to the tree.</summary>
public sealed record NewOrganization
{
    public required Guid Id { get; init; }

    /// <summary>Null for a root. May be another new organization of the same batch.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Null for a random one.</summary>
    public string? Code { get; init; }

    public required string Name { get; init; }
    public required OrganizationKind Kind { get; init; }
    public SchoolStages Stages { get; init; }
    public OrganizationFlags Flags { get; init; }
    public string? Area { get; init; }
    public string? RegionCode { get; init; }
    public string? ProvinceShortName { get; init; }

    /// <summary>First day on which it exists.</summary>
    public DateOnly From { get; init; } = Day.Beginning;

    public Guid? RecordedBy { get; init; }
}

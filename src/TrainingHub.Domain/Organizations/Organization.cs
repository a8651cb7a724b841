namespace TrainingHub.Organizations;

/// <summary>A node of the tree: bureau, department, school, campus, contractor. Kind, flags, name and parent are dated facts of their own.</summary>
public sealed class Organization
{
    public required Guid Id { get; init; }

    /// <summary>Short random code that people and files use instead of the id; unique, upper-case letters and digits.</summary>
    public required string Code { get; init; }

    /// <summary>The name in force today, kept here for lists; the dated names stand in <see cref="OrganizationDetails"/>.</summary>
    public required string Name { get; set; }

    /// <summary><see cref="Name"/> folded for search and matching (see <see cref="NameFolding"/>).</summary>
    public required string NormalizedName { get; set; }

    /// <summary>Six-digit administrative division (行政区划代码) of a bureau; null elsewhere: the nearest bureau above is asked.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Short name of the province (豫, 吉) for serial numbers; null as for <see cref="RegionCode"/>.</summary>
    public string? ProvinceShortName { get; init; }

    public required DateTime CreatedAt { get; init; }
}

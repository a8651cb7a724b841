namespace TrainingHub.Organizations;

/// <summary>What an organization is from a day on.</summary>
public sealed record DetailsChange
{
    public required DateOnly From { get; init; }
    public required string Name { get; init; }
    public required OrganizationKind Kind { get; init; }
    public SchoolStages Stages { get; init; }
    public OrganizationFlags Flags { get; init; }
    public string? Area { get; init; }
    public string? Reason { get; init; }

    /// <summary>The mark of the details known when the form was made; null to change whatever happened meanwhile.</summary>
    public string? Version { get; init; }
}

using TrainingHub.People;

namespace TrainingHub.Organizations;

/// <summary>An organization as the reader may see it; its people are a section of their own.</summary>
public sealed record OrganizationPage
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string? RegionCode { get; init; }

    /// <summary>In force today; else the last that were, else the first that will be.</summary>
    public required OrganizationDetails Details { get; init; }
    public required bool ExistsToday { get; init; }
    public required IReadOnlyList<OrganizationDetails> History { get; init; }
    public required IReadOnlyList<OrganizationLink> Above { get; init; }
    public required IReadOnlyList<OrganizationLink> Children { get; init; }
    public required int ChildCount { get; init; }

    /// <summary>The organization it was merged into; null for none.</summary>
    public required MergedUnit? Successor { get; init; }

    /// <summary>Organizations merged into it, the latest first.</summary>
    public required IReadOnlyList<MergedUnit> Merged { get; init; }
    public required IReadOnlySet<Capability> May { get; init; }

    /// <summary>Whether the reader stands above it and so may say what it is and where it stands.</summary>
    public required bool MayChange { get; init; }
}

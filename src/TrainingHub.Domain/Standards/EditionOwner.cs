using TrainingHub.Organizations;

namespace TrainingHub.Standards;

/// <summary>A unit that brings editions, and what it has already.</summary>
public sealed record EditionOwner
{
    /// <summary>The unit's code, in any letter case.</summary>
    public required string Code { get; init; }

    public required OrganizationKind Kind { get; init; }

    /// <summary>Editions that the unit has published.</summary>
    public IReadOnlyList<StandardEdition> Editions { get; init; } = [];

    /// <summary>Those of them that only the unit's own people read.</summary>
    public IReadOnlySet<EditionName> Private { get; init; } = new HashSet<EditionName>();

    /// <summary>Documents that bear the unit's name but were published by another unit, which had its code before.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Documents of which somebody is writing an edition in the library now.</summary>
    public IReadOnlySet<string> Written { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

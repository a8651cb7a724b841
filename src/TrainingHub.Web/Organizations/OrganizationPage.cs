using TrainingHub.Home;
using TrainingHub.People;

namespace TrainingHub.Organizations;

/// <summary>An organization as the reader may see it.</summary>
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
    public required RosterFilter Filter { get; init; }
    public required DateOnly AsOf { get; init; }
    public required IReadOnlyDictionary<RosterState, int> Counts { get; init; }

    /// <summary>People with a post on the day who have an account.</summary>
    public required int Accounts { get; init; }
    public required IReadOnlyList<Position> Positions { get; init; }
    public required IReadOnlyList<RosterRow> People { get; init; }
    public required Pages Pages { get; init; }
    public required IReadOnlySet<Capability> May { get; init; }

    /// <summary>Whether the reader stands above it and so may say what it is and where it stands.</summary>
    public required bool MayChange { get; init; }
}

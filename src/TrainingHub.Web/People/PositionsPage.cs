using TrainingHub.Hosting;
using TrainingHub.Organizations;

namespace TrainingHub.People;

public sealed record PositionsPage
{
    public required PositionsFilter Filter { get; init; }
    public required IReadOnlyList<PositionRow> Rows { get; init; }
    public required Pages Pages { get; init; }

    /// <summary>A new entry as it was typed.</summary>
    public required PositionInput Input { get; init; }

    /// <summary>Bureaus for which the reader may keep entries.</summary>
    public required IReadOnlyList<OrganizationLink> Managed { get; init; }
    public required IReadOnlySet<Guid> ManagedIds { get; init; }
}

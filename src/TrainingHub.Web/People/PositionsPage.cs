using TrainingHub.Organizations;

namespace TrainingHub.People;

/// <param name="Managed">Bureaus for which the reader may keep entries.</param>
public sealed record PositionsPage(IReadOnlyList<PositionRow> Rows, PositionInput Input, IReadOnlyList<OrganizationLink> Managed, IReadOnlySet<Guid> ManagedIds);

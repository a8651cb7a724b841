using TrainingHub.Hosting;

namespace TrainingHub.Organizations;

/// <param name="Above">The chosen unit and what stands above it as far as it is reached, highest first; empty at the top.</param>
/// <param name="MayCreate">Whether a unit can be added under the chosen one.</param>
public sealed record OrganizationsPage(
    OrganizationsFilter Filter, IReadOnlyList<OrganizationLink> Above, IReadOnlyList<OrganizationRow> Rows, Pages Pages, bool MayCreate);

using TrainingHub.Organizations;

namespace TrainingHub.People;

/// <param name="Code">The organization that is merged.</param>
/// <param name="Name">Its name.</param>
/// <param name="Input">As typed.</param>
/// <param name="Posts">Held there today or later.</param>
/// <param name="Units">Below it, today or later.</param>
/// <param name="Offered">To choose from while typing.</param>
public sealed record MergerForm(
    string Code, string Name, MergerInput Input, IReadOnlyList<MergerPost> Posts, IReadOnlyList<OrganizationLink> Units, IReadOnlyList<OrganizationLink> Offered);

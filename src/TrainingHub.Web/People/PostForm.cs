using TrainingHub.Organizations;

namespace TrainingHub.People;

/// <summary>The form of a further post or a transfer.</summary>
public sealed record PostForm(
    Guid PersonId, string Name, PostInput Input, IReadOnlyList<PositionRow> Positions, IReadOnlyList<PersonPost> Posts, IReadOnlyList<OrganizationLink> Offered);

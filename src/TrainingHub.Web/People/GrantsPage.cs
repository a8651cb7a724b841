using TrainingHub.Organizations;

namespace TrainingHub.People;

/// <param name="Own">What the reader may do anywhere, and so may give at most.</param>
public sealed record GrantsPage(
    Guid PersonId, string Name, IReadOnlyList<PersonGrant> Grants, IReadOnlyList<Capability> Own, GrantInput Input, IReadOnlyList<OrganizationLink> Offered);

using TrainingHub.Hosting;
using TrainingHub.Organizations;

namespace TrainingHub.People;

/// <param name="Own">What the reader may do anywhere, and so may give at most.</param>
public sealed record GrantsPage(
    Guid PersonId, string Name, GrantsFilter Filter, IReadOnlyList<PersonGrant> Grants, Pages Pages, IReadOnlyList<Capability> Own, GrantInput Input,
    IReadOnlyList<OrganizationLink> Offered);

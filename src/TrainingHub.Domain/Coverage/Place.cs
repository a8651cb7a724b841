using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>One organization and one post of it: where a person may be counted.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Position">Exactly one post.</param>
public sealed record Place(Guid OrganizationId, CorePosition Position);

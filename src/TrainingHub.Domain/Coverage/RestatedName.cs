using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Somebody who by later facts stands otherwise than was frozen.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Position">Exactly one post.</param>
/// <param name="Before">As it was frozen; null: not at all.</param>
/// <param name="Now">By all that we know now; null: not at all.</param>
public sealed record RestatedName(Guid PersonId, Guid OrganizationId, CorePosition Position, StandingKind? Before, StandingKind? Now);

using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Somebody who by later facts stands otherwise than was frozen.</summary>
/// <param name="Name">Null: anonymized.</param>
/// <param name="OrganizationName">Where.</param>
/// <param name="Position">In which post.</param>
/// <param name="Before">As it was frozen; null: not at all.</param>
/// <param name="Now">By all that we know now; null: not at all.</param>
public sealed record RestatedRow(string? Name, string OrganizationName, CorePosition Position, StandingKind? Before, StandingKind? Now);

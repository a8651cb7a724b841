namespace TrainingHub.Organizations;

/// <summary>
/// One line of the list of organizations. Kind and what follows are today's; one that does not exist today shows what it was last.
/// It exists from From until Until (both included).
/// </summary>
public sealed record OrganizationRow(
    string Code, string Name, OrganizationKind Kind, SchoolStages Stages, OrganizationFlags Flags, string? Area, string? Parent, int Units, int People,
    DateOnly From, DateOnly Until);

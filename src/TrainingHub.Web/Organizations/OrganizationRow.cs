namespace TrainingHub.Organizations;

/// <summary>One line of the list of organizations. Kind and what follows are today's; a closed one shows what it was last.</summary>
public sealed record OrganizationRow(
    string Code, string Name, OrganizationKind Kind, SchoolStages Stages, OrganizationFlags Flags, string? Area, string? Parent, int Units, int People);

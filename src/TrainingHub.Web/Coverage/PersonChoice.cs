using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A person to choose.</summary>
public sealed record PersonChoice(Guid Id, string Name, CorePosition Position, string OrganizationName);

namespace TrainingHub.People;

/// <summary>The form of somebody new: who they are, and their first post in the organization.</summary>
public sealed record PersonForm(PersonInput Person, PostInput Post, string OrganizationCode, string OrganizationName, IReadOnlyList<PositionRow> Positions, Guid? Twin);

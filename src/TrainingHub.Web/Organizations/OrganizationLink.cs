namespace TrainingHub.Organizations;

public sealed record OrganizationLink(string Code, string Name);

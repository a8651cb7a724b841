namespace TrainingHub.People;

public sealed record PersonGrant(Guid Id, Capability Capability, string OrganizationCode, string Organization, DateTime GrantedAt);

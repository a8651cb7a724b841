namespace TrainingHub.Organizations;

/// <summary>Names the resource files of this folder.</summary>
public sealed class OrganizationsText;

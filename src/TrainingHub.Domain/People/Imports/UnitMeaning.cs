namespace TrainingHub.People.Imports;

/// <summary>What a person said about a name of a unit that stands in the file and in no list.</summary>
/// <param name="Written">The name as the file writes it.</param>
/// <param name="OrganizationId">The unit that is meant.</param>
public sealed record UnitMeaning(string Written, Guid OrganizationId);

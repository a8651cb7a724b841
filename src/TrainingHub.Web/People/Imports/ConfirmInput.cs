namespace TrainingHub.People.Imports;

/// <param name="Version">The preview that was looked at.</param>
/// <param name="HasCheckedRefused">Whether the person has looked at the rows that will not be written.</param>
/// <param name="AbsentPeople">The typed number of people whose posts end because the full list leaves them out.</param>
public sealed record ConfirmInput(long Version, bool HasCheckedRefused, int? AbsentPeople);

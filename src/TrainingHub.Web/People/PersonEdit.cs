namespace TrainingHub.People;

/// <param name="Version">The mark of name, staff number and phone when the form was made.</param>
public sealed record PersonEdit(string Name, string? StaffNumber, string? Phone, string Version);

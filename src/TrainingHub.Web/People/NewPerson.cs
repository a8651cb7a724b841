namespace TrainingHub.People;

/// <summary>Somebody who joins the roster with a first post.</summary>
public sealed record NewPerson(string Name, string? StaffNumber, string? Phone, NewMembership Post);

namespace TrainingHub.People;

/// <param name="PersonId">Whose.</param>
/// <param name="Input">As typed.</param>
/// <param name="Now">What somebody else saved meanwhile; null when nobody did.</param>
public sealed record PersonDetailsForm(Guid PersonId, PersonInput Input, PersonInput? Now = null);

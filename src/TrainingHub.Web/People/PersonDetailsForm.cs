namespace TrainingHub.People;

public sealed record PersonDetailsForm(Guid PersonId, PersonInput Input);

namespace TrainingHub.People;

public sealed record PrimacyForm(Guid PersonId, string Name, PersonPost Post, PrimacyInput Input);

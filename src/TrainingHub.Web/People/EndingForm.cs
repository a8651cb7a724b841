namespace TrainingHub.People;

public sealed record EndingForm(Guid PersonId, string Name, PersonPost Post, EndingInput Input);

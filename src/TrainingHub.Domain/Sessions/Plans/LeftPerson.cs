namespace TrainingHub.Sessions.Plans;

/// <param name="PersonId">Whom no batch can take.</param>
/// <param name="Refusals">Why: what the batches say, each once; what the batch of the pin says, where one was pinned. At least one.</param>
public sealed record LeftPerson(Guid PersonId, IReadOnlyList<PlaceRefusal> Refusals);

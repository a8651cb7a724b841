namespace TrainingHub.Sessions.Plans;

/// <summary>A rule that a pin breaks, or that the lists break as they stand.</summary>
/// <param name="PersonId">Whose place it is.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Broken">The rule.</param>
/// <param name="IsPin">Whether a pin breaks it: the person is then in no batch but that of a list. Else the person was called against it and stays.</param>
public sealed record PlanFault(Guid PersonId, int Batch, PlaceRefusal Broken, bool IsPin);

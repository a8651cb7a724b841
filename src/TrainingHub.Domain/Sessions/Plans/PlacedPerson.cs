namespace TrainingHub.Sessions.Plans;

/// <param name="PersonId">Who.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="OtherBatch">The earlier batch of which the reason speaks; null where it speaks of none.</param>
public sealed record PlacedPerson(Guid PersonId, int Batch, PlaceReason Reason, int? OtherBatch)
{
    public bool IsNew => Reason is not PlaceReason.Called;
}

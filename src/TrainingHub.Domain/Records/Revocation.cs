namespace TrainingHub.Records;

/// <summary>撤销: a later row that cancels an earlier record, from the beginning. At most one per record.</summary>
public sealed class Revocation
{
    public required Guid Id { get; init; }
    public required Guid RecordId { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedBy { get; init; }
    public required string Reason { get; init; }
}

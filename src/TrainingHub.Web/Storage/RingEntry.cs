namespace TrainingHub.Storage;

/// <summary>One entry of the data-protection ring, encrypted with the master key.</summary>
public sealed class RingEntry
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

namespace TrainingHub.Certificates;

/// <summary>The last number given out under a printed prefix. Shared by all issuers of the region; gap-free, because it commits with its certificate.</summary>
public sealed class SerialCounter
{
    public required string Prefix { get; init; }
    public required int Last { get; set; }
}

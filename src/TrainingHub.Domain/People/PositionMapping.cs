using TrainingHub.Facts;

namespace TrainingHub.People;

/// <summary>To which post of the common core a catalogue entry belongs during some days. A figure counts by it, so it is a fact and never overwritten.</summary>
public sealed class PositionMapping : DatedFact
{
    public required Guid PositionId { get; init; }

    /// <summary>Exactly one post.</summary>
    public required CorePosition Core { get; init; }
}

namespace TrainingHub.Coverage;

/// <summary>A snapshot and a unit of it in the reader's reach.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Unit">The unit as it stood on the snapshot's day.</param>
/// <param name="MayReadNames">Whether the reader may see the names behind its figure, too.</param>
public sealed record SnapshotPlace(SnapshotSummary Snapshot, SnapshotUnit Unit, bool MayReadNames)
{
    public UnitChoice Choice => new(Unit.OrganizationId, Unit.Code, Unit.Name, Unit.Depth);
}

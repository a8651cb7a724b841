namespace TrainingHub.Coverage;

/// <summary>A day that is being frozen, or could not be.</summary>
/// <param name="Target">As it is today.</param>
/// <param name="Request">How far it is.</param>
public sealed record SnapshotRequestPage(TargetSummary Target, SnapshotRequest Request);

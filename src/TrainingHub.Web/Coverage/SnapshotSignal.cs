using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>Wakes whoever freezes periods.</summary>
public sealed class SnapshotSignal : WorkSignal;

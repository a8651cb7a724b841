namespace TrainingHub.Coverage;

/// <summary>Order of the list of snapshots.</summary>
public enum SnapshotSort
{
    Number,

    /// <summary>The day that was frozen.</summary>
    Day,
}

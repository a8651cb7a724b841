namespace TrainingHub.Coverage;

/// <summary>Why a day cannot be frozen.</summary>
public enum SnapshotFault
{
    /// <summary>The day is not over, and it is not the cut-off day.</summary>
    NotOver = 1,
    /// <summary>The day lies before the first on which training counts.</summary>
    BeforeWindow = 2,
    /// <summary>The day lies after the cut-off day.</summary>
    AfterCutOff = 3,
}

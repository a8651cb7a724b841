namespace TrainingHub.Reports;

/// <summary>Whether a target's final sheet of the year (年终核定表) can be made.</summary>
public enum FinalState
{
    /// <summary>The target's cut-off day lies ahead, or is today: nothing can be final.</summary>
    Ahead,

    /// <summary>The cut-off day is over, and its figures are not frozen yet.</summary>
    NotFrozen,

    /// <summary>The figures of the cut-off day are frozen.</summary>
    Frozen,
}

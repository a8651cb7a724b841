namespace TrainingHub.Coverage;

/// <summary>How a person stands with respect to a target at one organization and post. Stored by number.</summary>
public enum StandingKind
{
    /// <summary>应训未训; counts</summary>
    Missing = 1,
    /// <summary>已训; counts</summary>
    Covered = 2,
    /// <summary>免训; does not count</summary>
    Excluded = 3,
    /// <summary>兼任，计入别处; does not count here</summary>
    CountedElsewhere = 4,
    /// <summary>新任: came after the roster day; does not count</summary>
    Arrived = 5,
    /// <summary>离岗: left after the roster day; does not count</summary>
    Left = 6,
}

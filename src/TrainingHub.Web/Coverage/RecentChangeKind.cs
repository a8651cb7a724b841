namespace TrainingHub.Coverage;

/// <summary>What moved shortly before a cut-off day.</summary>
public enum RecentChangeKind
{
    /// <summary>A post of the population began.</summary>
    Begun = 1,

    /// <summary>A post of the population ended.</summary>
    Ended = 2,

    /// <summary>An exclusion began.</summary>
    Excluded = 3,

    /// <summary>An exclusion was taken back.</summary>
    Withdrawn = 4,
}

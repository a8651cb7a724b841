namespace TrainingHub.Reports;

/// <summary>What keeps a reported figure from being entered.</summary>
public enum ReportedFigureFault
{
    /// <summary>Nobody is counted: that is no figure.</summary>
    NobodyCounted,

    /// <summary>Fewer than nobody or more than everybody is covered.</summary>
    MoreCovered,

    /// <summary>It speaks of a day that has not come.</summary>
    DayAhead,

    /// <summary>It speaks of a day before training counted for the promise.</summary>
    BeforeWindow,
}

namespace TrainingHub.Sessions;

/// <summary>What was done to a session. Stored by number.</summary>
public enum SessionChangeKind
{
    Planned = 1,
    Changed = 2,
    Moved = 3,
    Cancelled = 4,
    Closed = 5,
    Reopened = 6,

    /// <summary>The keeper corrected attendance.</summary>
    AttendanceMarked = 7,
    FileRemoved = 8,

    /// <summary>The answers of a paper were corrected after closing.</summary>
    PaperCorrected = 9,

    /// <summary>Somebody looked at what correcting a paper would change: each look is kept, since it tells points.</summary>
    CorrectionForeseen = 10,
}

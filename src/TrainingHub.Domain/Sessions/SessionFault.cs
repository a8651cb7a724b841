namespace TrainingHub.Sessions;

/// <summary>What is wrong with the terms of a session.</summary>
public enum SessionFault
{
    NoHalfDay,
    TooManyHalfDays,

    /// <summary>Two mornings or two afternoons of one day.</summary>
    SameHalfTwice,
    EndsBeforeBegins,

    /// <summary>The afternoon begins before the morning has ended.</summary>
    HalvesOverlap,
    SeatsOutOfRange,
    HoursOutOfRange,

    /// <summary>More half-days are needed than there are.</summary>
    NeededOutOfRange,

    /// <summary>A meeting without agenda.</summary>
    NoAgenda,

    /// <summary>The last day lies outside the cycle of the programme: it would complete nothing.</summary>
    OutsideCycle,

    /// <summary>One quiz is both the one before and the one after.</summary>
    SameQuizTwice,
}

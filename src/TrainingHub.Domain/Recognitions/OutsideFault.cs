namespace TrainingHub.Recognitions;

/// <summary>Why a row of a sheet of outside training is not taken.</summary>
public enum OutsideFault
{
    /// <summary>Nothing is wrong.</summary>
    None,
    NameMissing,
    TitleMissing,
    OrganizerMissing,

    /// <summary>No last day: it is the completion day.</summary>
    UntilMissing,
    DateUnreadable,

    /// <summary>It ends before it begins.</summary>
    DaysReversed,

    /// <summary>It ends after today.</summary>
    DayAhead,

    /// <summary>Hours that are no number from 0 to 400.</summary>
    HoursUnreadable,
    DomainUnknown,

    /// <summary>A title, organizer or result that is too long.</summary>
    TooLong,

    /// <summary>Nobody in post in reach fits.</summary>
    PersonUnknown,

    /// <summary>Several fit: a staff number is needed.</summary>
    PersonAmbiguous,
    ProgrammeUnknown,
    CourseUnknown,

    /// <summary>The same training of the same person stands in the file twice.</summary>
    Twice,
}

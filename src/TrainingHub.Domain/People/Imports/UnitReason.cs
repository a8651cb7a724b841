namespace TrainingHub.People.Imports;

/// <summary>Why a row of a list of organizations is not written. Stored by number: never renumber.</summary>
public enum UnitReason
{
    None = 0,
    NameMissing = 1,
    TooLong = 2,
    KindUnknown = 3,
    KindMissing = 4,
    StagesUnknown = 5,
    FlagsUnknown = 6,
    DateUnreadable = 7,
    FormulaCell = 8,
    Twice = 9,

    /// <summary>No unit of this code below the one that the file is for.</summary>
    CodeUnknown = 10,
    AboveUnknown = 11,
    AboveAmbiguous = 12,
    NameAmbiguous = 13,

    /// <summary>Differs from a unit that is there in brackets, 镇, 乡 and the like alone: it may be meant.</summary>
    NearName = 14,

    /// <summary>A unit of this name stands below another one: whether it moved or another is meant, only its code says.</summary>
    StandsElsewhere = 15,
    Cycle = 16,

    /// <summary>The unit above does not exist yet on its first day.</summary>
    BeforeAbove = 17,

    /// <summary>The unit does not exist yet, or no longer, on the day from which the list holds.</summary>
    NotThere = 18,

    /// <summary>Somebody else changed it after it was shown.</summary>
    ChangedMeanwhile = 19,
}

namespace TrainingHub.People.Imports;

/// <summary>Why a row is not written. Stored by number: never renumber.</summary>
public enum RowReason
{
    None = 0,
    NameMissing = 1,
    NameUnreadable = 2,
    StaffNumberUnreadable = 3,
    PhoneUnreadable = 4,
    UnitMissing = 5,
    UnitUnknown = 6,
    UnitAmbiguous = 7,
    UnitOutsideImport = 8,
    PositionMissing = 9,
    PositionUnknown = 10,
    PositionAmbiguous = 11,
    DateUnreadable = 12,
    DateNotExisting = 13,
    /// <summary>The number 2025.1 may have been typed as 2025.10: Excel keeps no trailing zero.</summary>
    MonthAmbiguous = 14,
    EndBeforeStart = 15,
    EmploymentUnknown = 16,
    PrimaryUnreadable = 17,
    FormulaCell = 18,
    ErrorCell = 19,
    IdentityNumberInCell = 20,
    StaffNumberTwice = 21,
    RowTwice = 22,
    /// <summary>Staff number and phone belong to two different people.</summary>
    NumbersDisagree = 23,
    /// <summary>已在其他单位登记</summary>
    RegisteredElsewhere = 24,
    /// <summary>Same staff number, another name: a person has to say whether it is the same human.</summary>
    NameDiffers = 25,
    /// <summary>Same name in the same unit: a person has to say whether it is the same human.</summary>
    SameName = 26,
    StaffNumberTaken = 27,
    /// <summary>Somebody changed the person or the post between the preview and the writing.</summary>
    ChangedMeanwhile = 28,
    TooLong = 29,
    /// <summary>Staff number and phone belong to two different people, of whom one at least is registered elsewhere: no transfer can be asked, for it is not clear of whom.</summary>
    NumbersDisagreeElsewhere = 30,
    /// <summary>The file says that somebody has left who holds no such post: there is nothing to end.</summary>
    HasLeft = 31,
    StatusUnknown = 32,
    /// <summary>The unit is closed on these days; whether its successor is meant, a person has to say.</summary>
    UnitClosed = 33,
    LeaveKindUnknown = 34,
    /// <summary>A last day of leave without a first one.</summary>
    LeaveStartMissing = 35,
    LeaveEndBeforeStart = 36,
    /// <summary>There is other leave on some of these days, or the file contradicts itself.</summary>
    LeaveOverlaps = 37,
    /// <summary>The first day of leave lies in no post.</summary>
    LeaveWithoutPost = 38,
    /// <summary>A person said that rows with this word are left out.</summary>
    LeftOut = 39,
    /// <summary>Same name in another unit: a transfer, a second post or another human, which a person has to say.</summary>
    SameNameElsewhere = 40,
    /// <summary>Same name in the same unit with another post: a person has to say whether it is the same human.</summary>
    SameNameOtherPost = 41,
    /// <summary>Two rows of one name, and no number tells whether they are two people or one with two posts.</summary>
    SameNameInFile = 42,
    /// <summary>Rows of one human, and none says which post is the main one.</summary>
    PostsOfOne = 43,
    /// <summary>A person said that the row is a second post of one of its name, and there are several of whom it could be.</summary>
    SeveralNamesakesInFile = 44,
}

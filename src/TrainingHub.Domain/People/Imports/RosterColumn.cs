namespace TrainingHub.People.Imports;

/// <summary>The columns of a roster that are read. Everything else in the file is not looked at and not kept. Stored by number: never renumber.</summary>
public enum RosterColumn
{
    None = 0,
    Name = 1,
    StaffNumber = 2,
    Phone = 3,
    Unit = 4,
    Position = 5,
    From = 6,
    Until = 7,
    Employment = 8,
    IsPrimary = 9,
    /// <summary>在岗状态: in post, on leave or gone.</summary>
    Status = 10,
    /// <summary>First and last day of leave in one cell; differences of leave carry it, too.</summary>
    Leave = 11,
    LeaveKind = 12,
    LeaveFrom = 13,
    LeaveUntil = 14,
    SickLeave = 15,
    SickLeaveFrom = 16,
    SickLeaveUntil = 17,
    MaternityLeave = 18,
    MaternityLeaveFrom = 19,
    MaternityLeaveUntil = 20,
    Secondment = 21,
    SecondmentFrom = 22,
    SecondmentUntil = 23,
    Suspension = 24,
    SuspensionFrom = 25,
    SuspensionUntil = 26,
}

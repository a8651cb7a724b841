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
}

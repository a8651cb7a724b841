namespace TrainingHub.People.Imports;

/// <summary>The columns of a list of organizations. Everything else in the file is not looked at. Stored by number: never renumber.</summary>
public enum UnitColumn
{
    None = 0,
    Name = 1,
    Code = 2,

    /// <summary>上级单位: code or name of the unit above.</summary>
    Above = 3,
    Kind = 4,
    Stages = 5,
    Flags = 6,
    Area = 7,

    /// <summary>First day on which it exists.</summary>
    From = 8,
}

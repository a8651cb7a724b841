namespace TrainingHub.People.Imports;

/// <summary>Order of a list of the preview; every order ends in that of the file.</summary>
public enum ImportRowSort
{
    /// <summary>As the file has them; what is to be confirmed first, what a full list leaves out last.</summary>
    Row,
    Column,
    Found,
    Reason,
    Name,
    Unit,
    Position,

    /// <summary>First day; rows without one last, whichever the direction.</summary>
    From,
}

namespace TrainingHub.People;

/// <summary>By what the people of a unit can be sorted.</summary>
public enum RosterSort
{
    /// <summary>By the catalogue's order of posts, then by name: the order of the list itself.</summary>
    Position,
    /// <summary>By the folded name, character by character: people of one family name stand together.</summary>
    Name,
    From,
    Employment,
    StaffNumber,
    Account,
}

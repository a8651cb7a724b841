namespace TrainingHub.People.Imports;

/// <summary>How the memberships of a person change by a row. Stored by number: never renumber.</summary>
public enum PostChange
{
    None = 0,
    /// <summary>A further membership.</summary>
    Add = 1,
    /// <summary>The same membership with other values: it was so from its start, or it now has an end.</summary>
    Correct = 2,
    /// <summary>The old membership ends the day before; a new one begins.</summary>
    Follow = 3,
    /// <summary>The membership never held.</summary>
    Withdraw = 4,
}

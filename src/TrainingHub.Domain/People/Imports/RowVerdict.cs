namespace TrainingHub.People.Imports;

/// <summary>What an import does with a row. Every row of the file has exactly one. Stored by number: never renumber.</summary>
public enum RowVerdict
{
    Added = 1,
    Changed = 2,
    Ended = 3,
    Unchanged = 4,
    Refused = 5,
    /// <summary>Not written before a person has said whether this is the one already on the roster.</summary>
    NeedsConfirmation = 6,
}

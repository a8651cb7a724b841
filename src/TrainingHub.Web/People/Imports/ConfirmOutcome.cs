namespace TrainingHub.People.Imports;

/// <summary>What came of the wish to write an import.</summary>
public enum ConfirmOutcome
{
    Started,
    /// <summary>Somebody else has started, given up or compared anew.</summary>
    Moved,
    NothingToWrite,
    /// <summary>The rows that will not be written have to be agreed to.</summary>
    RefusedNotChecked,
    /// <summary>The number of people that a full list ends has to be typed, and right.</summary>
    NumberNotTyped,
}

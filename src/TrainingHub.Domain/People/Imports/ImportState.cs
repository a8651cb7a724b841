namespace TrainingHub.People.Imports;

/// <summary>How far a roster import has come. Stored by number: never renumber.</summary>
public enum ImportState
{
    /// <summary>The rows are staged and being compared with the people on the roster.</summary>
    Reading = 1,
    /// <summary>Everything to be written is shown; nothing is written yet.</summary>
    Preview = 2,
    /// <summary>Being written, step by step.</summary>
    Applying = 3,
    Applied = 4,
    /// <summary>Given up by a person; its rows are deleted.</summary>
    Abandoned = 5,
    /// <summary>Gave up after repeated faults; what was written stays.</summary>
    Failed = 6,
    /// <summary>Stopped by a person between two steps; what was written stays, the rest can be written later.</summary>
    Stopped = 7,
}

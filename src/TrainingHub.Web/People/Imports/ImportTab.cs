namespace TrainingHub.People.Imports;

/// <summary>The lists of a preview.</summary>
public enum ImportTab
{
    Refused,
    Added,
    Changed,
    Ended,
    Unchanged,
}

namespace TrainingHub.Standards;

/// <summary>What became of a piece of text.</summary>
public enum DifferenceKind
{
    Kept,
    Deleted,
    Inserted,
}

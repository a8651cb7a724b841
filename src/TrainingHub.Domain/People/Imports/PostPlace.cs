namespace TrainingHub.People.Imports;

/// <summary>Where a post lies, seen from an import.</summary>
public enum PostPlace
{
    /// <summary>In a unit the import speaks for.</summary>
    Spoken,
    /// <summary>In another unit within the importer's reach.</summary>
    Reached,
    /// <summary>Out of reach: nothing about it may be shown.</summary>
    Elsewhere,
}

namespace TrainingHub.Standards;

/// <summary>How much of a clause's published text was seen by whoever entered it.</summary>
public enum ClauseSighting
{
    /// <summary>Only told by others: the clause may be listed, but its number must not be cited.</summary>
    Unseen,

    /// <summary>V-摘: seen in an excerpt.</summary>
    Excerpt,

    /// <summary>V: seen in full.</summary>
    Full,
}

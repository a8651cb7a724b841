namespace TrainingHub.Standards;

/// <summary>What is wrong in a text of clauses.</summary>
public enum ClauseFaultKind
{
    TextBeforeNumber,
    NumberRepeated,
    Empty,
    TooLong,
    TooMany,

    /// <summary>Two clauses say that they stood under the same number.</summary>
    FormerlyRepeated,
}

namespace TrainingHub.Standards;

/// <summary>What is wrong in a text of clauses.</summary>
public enum ClauseFaultKind
{
    TextBeforeNumber,
    NumberRepeated,
    Empty,
    TooLong,
    TooMany,
}

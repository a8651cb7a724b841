namespace TrainingHub.Coverage;

/// <summary>Order of the table of units; every order ends in the name.</summary>
public enum UnitSort
{
    /// <summary>Most people missing first.</summary>
    Missing,
    Name,
    /// <summary>Lowest first; units where nobody is counted last.</summary>
    Percentage,
    /// <summary>Most units not declared first.</summary>
    Undeclared,
    /// <summary>Most people counted first.</summary>
    Counted,
}

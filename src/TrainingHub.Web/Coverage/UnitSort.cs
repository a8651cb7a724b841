namespace TrainingHub.Coverage;

/// <summary>Order of the tables of units and of posts; every order ends in the name.</summary>
public enum UnitSort
{
    /// <summary>Most people missing first.</summary>
    Missing,

    /// <summary>Units by pinyin, posts in the order of the common core.</summary>
    Name,

    /// <summary>Lowest first; where nobody is counted last.</summary>
    Percentage,

    /// <summary>Most not declared first.</summary>
    Undeclared,

    /// <summary>Most people counted first.</summary>
    Counted,

    /// <summary>Most people covered first.</summary>
    Covered,

    /// <summary>Most people excluded first.</summary>
    Excluded,

    /// <summary>Most vacant posts first.</summary>
    Vacant,
}

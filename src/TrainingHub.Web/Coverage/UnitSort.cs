namespace TrainingHub.Coverage;

/// <summary>Order of the tables of units and of posts; every order ends in the name.</summary>
public enum UnitSort
{
    /// <summary>People missing.</summary>
    Missing,

    /// <summary>Units by pinyin, posts in the order of the common core.</summary>
    Name,

    /// <summary>Where nobody is counted it stands last in both directions.</summary>
    Percentage,

    /// <summary>Units not declared.</summary>
    Undeclared,

    /// <summary>People counted.</summary>
    Counted,

    /// <summary>People covered.</summary>
    Covered,

    /// <summary>People excluded.</summary>
    Excluded,

    /// <summary>Posts vacant.</summary>
    Vacant,
}

namespace TrainingHub.Coverage;

/// <summary>Order of the units by what they lack; every order ends in the name.</summary>
public enum GapSort
{
    /// <summary>People still needed to meet the target.</summary>
    Gap,
    Name,

    /// <summary>Where nobody is counted it stands last in both directions.</summary>
    Percentage,
    Counted,
    Covered,
    Missing,

    /// <summary>Posts not declared.</summary>
    Undeclared,
    Vacant,
}

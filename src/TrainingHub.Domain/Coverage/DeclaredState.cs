namespace TrainingHub.Coverage;

/// <summary>What a unit says of a post. Silence is <see cref="NotDeclared"/>.</summary>
public enum DeclaredState
{
    /// <summary>未申报</summary>
    NotDeclared = 0,
    /// <summary>有人任职</summary>
    Holders = 1,
    /// <summary>空缺</summary>
    Vacant = 2,
    /// <summary>不设; counts only once the unit above confirmed it</summary>
    NotKept = 3,
}

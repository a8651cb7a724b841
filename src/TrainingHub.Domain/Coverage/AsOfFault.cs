namespace TrainingHub.Coverage;

/// <summary>Why there is no figure as of a day.</summary>
public enum AsOfFault
{
    /// <summary>Day or moment could not be read.</summary>
    Unreadable = 1,
    /// <summary>The day or the moment lies ahead.</summary>
    Ahead = 2,
    /// <summary>The day lies before the first on which training counts.</summary>
    BeforeWindow = 3,
    /// <summary>The target had no rule on the day, or we knew of none at the moment.</summary>
    NoRule = 4,
    /// <summary>The unit did not stand below the target's setter on the day.</summary>
    NotThere = 5,
}

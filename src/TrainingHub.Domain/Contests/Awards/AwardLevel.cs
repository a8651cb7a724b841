namespace TrainingHub.Contests.Awards;

/// <summary>奖项. Stored by number: never renumber.</summary>
public enum AwardLevel
{
    /// <summary>不授奖: left out by whoever confirmed the list, with a reason.</summary>
    None = 0,
    /// <summary>一等奖</summary>
    First = 1,
    /// <summary>二等奖</summary>
    Second = 2,
    /// <summary>三等奖</summary>
    Third = 3,
}

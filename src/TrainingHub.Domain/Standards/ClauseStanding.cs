namespace TrainingHub.Standards;

/// <summary>Whether a question may still rest on a clause.</summary>
public enum ClauseStanding
{
    /// <summary>现行: its edition is in force.</summary>
    InForce,

    /// <summary>版本已更新，条文未变: a later edition stands in its place and says the same, perhaps under another number.</summary>
    CarriedOn,

    /// <summary>条文已修改: a later edition says something else; whoever keeps the question has to look at it.</summary>
    Altered,

    /// <summary>条文已废止: no edition in force has it.</summary>
    Repealed,

    /// <summary>待核: its edition has not been checked; for practice only.</summary>
    ToBeChecked,

    /// <summary>没有登记: no such edition, or no such clause in it.</summary>
    Unknown,
}

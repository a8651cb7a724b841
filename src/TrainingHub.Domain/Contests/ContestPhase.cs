namespace TrainingHub.Contests;

/// <summary>Where a contest stands.</summary>
public enum ContestPhase
{
    /// <summary>Nobody can join yet.</summary>
    Draft,

    /// <summary>The question with the state's number comes next; it is not shown.</summary>
    Ready,

    /// <summary>It is shown and may be answered until the deadline.</summary>
    Open,

    /// <summary>It is shown, no answer is taken any more.</summary>
    Locked,

    /// <summary>What is right is shown; or the question was withdrawn.</summary>
    Revealed,
    Finished,
}

namespace TrainingHub.Contests.Stage;

/// <summary>Where a stage contest stands.</summary>
public enum StagePhase
{
    Draft,

    /// <summary>Between two questions; nothing is shown.</summary>
    Between,

    /// <summary>A question is shown; its time does not run yet, and who buzzes starts falsely.</summary>
    Shown,

    /// <summary>After 「开始」: its time runs.</summary>
    Running,

    /// <summary>A team has buzzed; its time to answer runs.</summary>
    Answering,

    /// <summary>It was judged, and what is right is not shown yet.</summary>
    Judged,

    /// <summary>The audience answers.</summary>
    Audience,

    /// <summary>What is right is shown, or the question was withdrawn; the next one can be asked.</summary>
    Revealed,
    Finished,
}

namespace TrainingHub.Courses;

/// <summary>Where a person stands with the quiz that completes a course.</summary>
public enum QuizState
{
    /// <summary>Lessons are still to be finished.</summary>
    Locked,

    /// <summary>Can be started now.</summary>
    Ready,

    /// <summary>Started and not handed in; the clock runs.</summary>
    Open,

    /// <summary>Can be started again later.</summary>
    Waiting,

    /// <summary>All attempts used, none passed.</summary>
    NoAttemptsLeft,

    Passed,
}

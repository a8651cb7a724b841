namespace TrainingHub.Quizzes.Arranged;

/// <summary>Where a person stands with an arranged quiz.</summary>
public enum OwnQuizState
{
    /// <summary>An attempt goes on.</summary>
    Open,

    /// <summary>The window is open and no attempt was begun.</summary>
    Ready,

    /// <summary>The window has not opened.</summary>
    Ahead,

    /// <summary>There is an attempt that was handed in.</summary>
    Taken,

    /// <summary>The window ended without an attempt.</summary>
    Missed,
}

namespace TrainingHub.Quizzes;

/// <summary>What became of the wish to give somebody more time or another attempt.</summary>
public abstract record AllowOutcome
{
    private AllowOutcome()
    {
    }

    public sealed record Given : AllowOutcome;

    /// <summary>No such attempt or person within reach.</summary>
    public sealed record Missing : AllowOutcome;

    public sealed record Refused(AllowRefusal Why) : AllowOutcome;
}

public enum AllowRefusal
{
    /// <summary>The attempt was handed in, or its time has run out: time cannot be added any more.</summary>
    Ended,
    /// <summary>The attempt goes on: another one cannot be granted yet.</summary>
    StillOpen,
    /// <summary>Written answers are being marked: whether it was passed is not yet known.</summary>
    Marking,
    /// <summary>The quiz was passed.</summary>
    Passed,
    /// <summary>There is a later attempt, or one was granted and not begun.</summary>
    NotTheLast,
    /// <summary>The person has begun: something is given to the attempt.</summary>
    HasBegun,
    /// <summary>Leave to begin after the window was given and still holds.</summary>
    Excused,
    /// <summary>There is no attempt left for which time could be given: another one is granted first.</summary>
    NoneLeft,
    /// <summary>The window is over even with the time added: only leave lets the person begin.</summary>
    WindowOver,
    /// <summary>The quiz was withdrawn: nobody begins it any more.</summary>
    NotRunning,
    /// <summary>Nobody gives to themselves.</summary>
    Own,
}

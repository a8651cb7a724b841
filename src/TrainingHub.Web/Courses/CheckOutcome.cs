namespace TrainingHub.Courses;

/// <summary>What answering a check question led to.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <summary>The answer was kept.</summary>
    public sealed record Answered(bool IsRight) : CheckOutcome;

    /// <summary>It had been answered rightly before; nothing was kept.</summary>
    public sealed record AlreadyRight : CheckOutcome;

    /// <summary>Nothing, or something else than the question's options, was chosen.</summary>
    public sealed record Unreadable : CheckOutcome;

    /// <summary>The question is on a paper that the person is answering now.</summary>
    public sealed record Withheld : CheckOutcome;
}

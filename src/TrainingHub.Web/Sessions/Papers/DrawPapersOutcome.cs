namespace TrainingHub.Sessions.Papers;

/// <summary>What drawing papers led to.</summary>
public abstract record DrawPapersOutcome
{
    private DrawPapersOutcome()
    {
    }

    /// <param name="Numbers">Of the papers drawn, in their order.</param>
    /// <param name="Refused">How many may not sit now: they have passed, have no attempt left, answer online, or the quiz is not open.</param>
    public sealed record Drawn(IReadOnlyList<int> Numbers, int Refused) : DrawPapersOutcome;

    /// <summary>The session is cancelled or closed.</summary>
    public sealed record Over : DrawPapersOutcome;

    /// <summary>The session examines by no quiz.</summary>
    public sealed record NoQuiz : DrawPapersOutcome;

    /// <summary>Too few questions are left whose basis holds.</summary>
    public sealed record BankTooSmall : DrawPapersOutcome;

    /// <summary>A paper has a question that two people must mark, neither seeing what the other gave: that is done online.</summary>
    public sealed record MarkedTwice : DrawPapersOutcome;
}

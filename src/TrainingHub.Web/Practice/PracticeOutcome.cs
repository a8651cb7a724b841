namespace TrainingHub.Practice;

/// <summary>What answering in practice led to.</summary>
public abstract record PracticeOutcome
{
    private PracticeOutcome()
    {
    }

    public sealed record Kept(Guid AnswerId) : PracticeOutcome;

    /// <summary>The person has answered as often today as is kept.</summary>
    public sealed record Enough : PracticeOutcome;

    /// <summary>Nothing, or something else than the question's options, was chosen.</summary>
    public sealed record Unreadable : PracticeOutcome;
}

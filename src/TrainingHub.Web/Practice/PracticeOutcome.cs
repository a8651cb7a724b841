namespace TrainingHub.Practice;

/// <summary>What answering in practice led to.</summary>
public abstract record PracticeOutcome
{
    private PracticeOutcome()
    {
    }

    public sealed record Kept(Guid AnswerId) : PracticeOutcome;

    /// <summary>Nothing, or something else than the question's options, was chosen.</summary>
    public sealed record Unreadable : PracticeOutcome;
}

namespace TrainingHub.Quizzes;

/// <summary>What marking an answer led to.</summary>
public abstract record MarkOutcome
{
    private MarkOutcome()
    {
    }

    /// <param name="IsDecided">Whether it was the last one and points and passing are decided.</param>
    public sealed record Marked(bool IsDecided) : MarkOutcome;

    /// <summary>Out of reach, one's own, or no written answer.</summary>
    public sealed record Missing : MarkOutcome;

    /// <summary>More, less or something else was given than the rubric has.</summary>
    public sealed record Unreadable : MarkOutcome;

    /// <summary>Somebody else gave a mark meanwhile, so that it is decided or no longer this person's turn; nothing was kept.</summary>
    public sealed record Overtaken : MarkOutcome;
}

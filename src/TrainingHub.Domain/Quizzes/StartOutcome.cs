namespace TrainingHub.Quizzes;

/// <summary>What starting an attempt led to.</summary>
public abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    public sealed record Started(int Number) : StartOutcome;

    /// <summary>The person is in the middle of one: it goes on, with its own deadline.</summary>
    public sealed record AlreadyOpen(int Number) : StartOutcome;

    public sealed record Refused(StartRefusal Refusal) : StartOutcome;
}

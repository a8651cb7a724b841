namespace TrainingHub.Quizzes;

/// <summary>Why an attempt was not started.</summary>
public abstract record StartRefusal
{
    private StartRefusal()
    {
    }

    /// <param name="Number">The attempt that was passed.</param>
    public sealed record AlreadyPassed(int Number) : StartRefusal;

    /// <param name="Number">The attempt whose written answers have still to be marked.</param>
    public sealed record WaitsForMarks(int Number) : StartRefusal;

    /// <param name="Allowed">How many attempts the quiz gives.</param>
    public sealed record NoAttemptsLeft(int Allowed) : StartRefusal;

    /// <param name="Instant">From when on it may be started (included), UTC.</param>
    public sealed record WaitUntil(DateTime Instant) : StartRefusal;

    /// <param name="Left">How many lessons of the course are still to be finished.</param>
    public sealed record LessonsUnfinished(int Left) : StartRefusal;

    /// <param name="Instant">When the window opens (included), UTC.</param>
    public sealed record NotOpenYet(DateTime Instant) : StartRefusal;

    /// <param name="Instant">When the window ended (included), UTC.</param>
    public sealed record WindowOver(DateTime Instant) : StartRefusal;

    /// <summary>The quiz was withdrawn.</summary>
    public sealed record NotRunning : StartRefusal;

    /// <summary>After a standard changed, too few questions are left whose basis holds.</summary>
    public sealed record BankTooSmall : StartRefusal;
}

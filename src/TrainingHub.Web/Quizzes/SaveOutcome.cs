namespace TrainingHub.Quizzes;

/// <summary>What saving an answer led to. Everything told here has been committed.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>The answer is in the log, now or since it was sent before.</summary>
    public sealed record Saved(AnswerReceipt Receipt) : SaveOutcome;

    /// <summary>Another answer to the item already has this version or a higher one: another tab or device was faster.</summary>
    public sealed record Outdated(AnswerReceipt Newest) : SaveOutcome;

    /// <summary>The attempt goes on in another browser: it stands in the log as refused and is not graded.</summary>
    public sealed record TakenOver : SaveOutcome;

    /// <summary>There is no such item in an attempt of this person.</summary>
    public sealed record NotFound : SaveOutcome;
}

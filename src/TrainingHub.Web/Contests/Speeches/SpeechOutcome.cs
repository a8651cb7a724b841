namespace TrainingHub.Contests.Speeches;

/// <summary>What a step of a speech contest led to.</summary>
public abstract record SpeechOutcome
{
    private SpeechOutcome()
    {
    }

    public sealed record Done : SpeechOutcome;

    /// <summary>Somebody else changed it after the form was opened.</summary>
    public sealed record Changed : SpeechOutcome;

    /// <summary>It is closed, or this step does not follow on where it stands.</summary>
    public sealed record Ended : SpeechOutcome;

    /// <summary>Speeches are still entered and changed: nobody scores and nothing is closed before the last day is over.</summary>
    public sealed record Early : SpeechOutcome;

    /// <summary>There are as many judges as there may be.</summary>
    public sealed record Full : SpeechOutcome;

    /// <summary>The judge has scored: why they leave, and whether their sheets count, is to be said.</summary>
    public sealed record HasScored : SpeechOutcome;

    /// <summary>The judge has left before, which stays as it was decided.</summary>
    public sealed record HasLeft : SpeechOutcome;

    /// <summary>As many recordings were uploaded as there may be.</summary>
    public sealed record TooMany : SpeechOutcome;

    /// <param name="Sheets">So many score sheets are missing.</param>
    public sealed record Missing(int Sheets) : SpeechOutcome;

    /// <summary>There is nothing to rank, or an entry that no judge may score.</summary>
    public sealed record Empty : SpeechOutcome;

    /// <summary>Judges have scored the entry.</summary>
    public sealed record Scored : SpeechOutcome;

    /// <summary>The judge may not score this entry: their own, or of their own unit where that is excluded.</summary>
    public sealed record Excluded : SpeechOutcome;

    /// <summary>A correction without a reason.</summary>
    public sealed record NoReason : SpeechOutcome;

    /// <summary>Not one score for each criterion.</summary>
    public sealed record Unsound : SpeechOutcome;
}

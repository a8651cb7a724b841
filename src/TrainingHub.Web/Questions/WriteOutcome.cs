namespace TrainingHub.Questions;

/// <summary>What became of a form.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    public sealed record Written(Guid Id) : WriteOutcome;

    /// <summary>Something is wrong with the question: its problems are shown beside the form.</summary>
    public sealed record Unreadable : WriteOutcome;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Overtaken : WriteOutcome;

    /// <summary>Refused for a reason of one field.</summary>
    public sealed record Refused(string Field, string Key) : WriteOutcome;
}

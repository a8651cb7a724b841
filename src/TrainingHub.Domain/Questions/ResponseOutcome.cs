namespace TrainingHub.Questions;

/// <summary>What reading a submitted answer led to.</summary>
public abstract record ResponseOutcome
{
    private ResponseOutcome()
    {
    }

    public sealed record Parsed(Response Response) : ResponseOutcome;

    /// <summary>It is none that the item offers.</summary>
    public sealed record Refused : ResponseOutcome;
}

namespace TrainingHub.Questions;

/// <summary>What drawing a paper led to.</summary>
public abstract record DrawOutcome
{
    private DrawOutcome()
    {
    }

    public sealed record Drawn(Paper Paper) : DrawOutcome;

    /// <summary>The bank holds fewer questions of a kind that may be examined than all sections of that kind want together.</summary>
    public sealed record Shortage(QuestionKind Kind, int Wanted, int Available) : DrawOutcome;
}

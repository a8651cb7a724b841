namespace TrainingHub.Questions;

/// <summary>What drawing a paper led to.</summary>
public abstract record PaperOutcome
{
    private PaperOutcome()
    {
    }

    public sealed record Drawn(Paper Paper) : PaperOutcome;

    /// <param name="Shortages">Every one, at least one.</param>
    public sealed record Short(IReadOnlyList<PaperShortage> Shortages) : PaperOutcome;
}

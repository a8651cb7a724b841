namespace TrainingHub.Coverage;

public abstract record ExclusionOutcome
{
    private ExclusionOutcome()
    {
    }

    public sealed record Recorded : ExclusionOutcome;

    /// <summary>An exclusion of the same person for the same target was asked or approved for some of these days.</summary>
    public sealed record Overlaps : ExclusionOutcome;

    /// <summary>It ended before the day from which it was to be taken back.</summary>
    public sealed record Ended : ExclusionOutcome;

    /// <summary>No such person counted in reach, or no such exclusion.</summary>
    public sealed record NotFound : ExclusionOutcome;

    /// <summary>Somebody else decided meanwhile.</summary>
    public sealed record Changed : ExclusionOutcome;
}

namespace TrainingHub.Coverage;

/// <summary>What became of the wish to freeze a day.</summary>
public abstract record FreezeOutcome
{
    private FreezeOutcome()
    {
    }

    /// <param name="Number">The snapshot's number among those of its target.</param>
    public sealed record Frozen(int Number) : FreezeOutcome;

    public sealed record Refused(SnapshotFault Fault) : FreezeOutcome;

    /// <summary>The target had no rule on the day.</summary>
    public sealed record NoRule : FreezeOutcome;
}

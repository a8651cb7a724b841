namespace TrainingHub.Coverage;

/// <summary>What became of the wish to freeze a day.</summary>
public abstract record FreezeOutcome
{
    private FreezeOutcome()
    {
    }

    /// <summary>It is counted and written in the background.</summary>
    /// <param name="RequestId">By which it is followed.</param>
    public sealed record Begun(Guid RequestId) : FreezeOutcome;

    public sealed record Refused(SnapshotFault Fault) : FreezeOutcome;

    /// <summary>The target had no rule on the day.</summary>
    public sealed record NoRule : FreezeOutcome;
}

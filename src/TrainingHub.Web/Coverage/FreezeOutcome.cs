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

    /// <summary>Somebody asked for the same day with another form, and it is still being frozen; signer and note of this one were not taken.</summary>
    /// <param name="By">Null where the name is gone.</param>
    /// <param name="At">When it was asked for, UTC.</param>
    public sealed record UnderWay(string? By, DateTime At) : FreezeOutcome;

    public sealed record Refused(SnapshotFault Fault) : FreezeOutcome;

    /// <summary>The target had no rule on the day.</summary>
    public sealed record NoRule : FreezeOutcome;
}

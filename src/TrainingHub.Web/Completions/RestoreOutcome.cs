namespace TrainingHub.Completions;

/// <summary>What taking a revocation back led to.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    public sealed record Restored : RestoreOutcome;

    /// <summary>It was not revoked, fell with something else, or was restored before.</summary>
    public sealed record NotRevoked : RestoreOutcome;

    /// <summary>Another record of the person in the programme stands, and both may not stand together (<see cref="Records.TrainingRecord.MayStandTogether"/>).</summary>
    public sealed record Overlaps : RestoreOutcome;

    /// <summary>Out of reach, or one's own.</summary>
    public sealed record NotFound : RestoreOutcome;
}

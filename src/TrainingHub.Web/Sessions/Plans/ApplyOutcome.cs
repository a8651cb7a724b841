namespace TrainingHub.Sessions.Plans;

/// <summary>What became of applying a plan.</summary>
public abstract record ApplyOutcome
{
    private ApplyOutcome()
    {
    }

    /// <summary>Sessions are made and people are called; or the same officer did so a moment ago, with the same form.</summary>
    public sealed record Done : ApplyOutcome;

    /// <summary>Another officer applied the same proposal before.</summary>
    public sealed record Applied : ApplyOutcome;

    /// <summary>The plan, a list or the roster is another one than the officer saw.</summary>
    public sealed record Changed : ApplyOutcome;

    /// <summary>Nobody would be called.</summary>
    public sealed record Nobody : ApplyOutcome;
}

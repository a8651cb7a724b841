namespace TrainingHub.Sessions;

/// <summary>What became of a keeper's step.</summary>
public abstract record SessionOutcome
{
    private SessionOutcome()
    {
    }

    public sealed record Done : SessionOutcome;

    /// <summary>Somebody else was faster: the form shows an earlier state.</summary>
    public sealed record Changed : SessionOutcome;

    /// <summary>It is cancelled or closed.</summary>
    public sealed record Over : SessionOutcome;

    /// <summary>Somebody has signed in or out: what was asked cannot be any more.</summary>
    public sealed record Bound : SessionOutcome;
}

namespace TrainingHub.Contests.Open;

/// <summary>What changing an open contest led to.</summary>
public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    public sealed record Done : OpenOutcome;

    /// <summary>Somebody else changed it after the form was opened.</summary>
    public sealed record Changed : OpenOutcome;

    /// <summary>Its ranking is final already.</summary>
    public sealed record Final : OpenOutcome;

    /// <summary>The window is not over, or somebody is still answering.</summary>
    public sealed record NotOver : OpenOutcome;

    /// <summary>Written answers have still to be marked.</summary>
    public sealed record NotMarked : OpenOutcome;
}

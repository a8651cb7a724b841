namespace TrainingHub.Coverage;

public abstract record CreateTargetOutcome
{
    private CreateTargetOutcome()
    {
    }

    /// <summary>Set and counted.</summary>
    public sealed record Created : CreateTargetOutcome;

    /// <summary>One of the addresses belongs to a target already; none was set.</summary>
    public sealed record Taken : CreateTargetOutcome;
}

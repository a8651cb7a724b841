namespace TrainingHub.Records;

public abstract record RevokeOutcome
{
    private RevokeOutcome()
    {
    }

    public sealed record Revoked : RevokeOutcome;

    public sealed record AlreadyRevoked : RevokeOutcome;

    public sealed record NotFound : RevokeOutcome;
}

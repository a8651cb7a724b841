namespace TrainingHub.Coverage;

public abstract record DeclareOutcome
{
    private DeclareOutcome()
    {
    }

    public sealed record Declared : DeclareOutcome;

    /// <summary>The roster names somebody who holds the post on the first day: end that first.</summary>
    public sealed record HasHolders : DeclareOutcome;

    /// <summary>No target that is still open asks the organization for the post.</summary>
    public sealed record NotAsked : DeclareOutcome;

    /// <summary>No such organization or declaration in reach, or not exactly one post.</summary>
    public sealed record NotFound : DeclareOutcome;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Changed : DeclareOutcome;
}

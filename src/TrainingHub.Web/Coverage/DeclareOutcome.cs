namespace TrainingHub.Coverage;

public abstract record DeclareOutcome
{
    private DeclareOutcome()
    {
    }

    public sealed record Declared : DeclareOutcome;

    /// <summary>The roster names somebody who holds the post on the first day: end that first.</summary>
    public sealed record HasHolders : DeclareOutcome;

    /// <summary>No such organization in reach, or the post is not asked for there.</summary>
    public sealed record NotFound : DeclareOutcome;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Changed : DeclareOutcome;
}

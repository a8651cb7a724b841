namespace TrainingHub.Contests;

/// <summary>What saving the terms of a contest led to.</summary>
public abstract record ContestSaved
{
    private ContestSaved()
    {
    }

    public sealed record Done(string Code) : ContestSaved;

    /// <summary>The sources hold too few such questions.</summary>
    public sealed record Short : ContestSaved;

    /// <summary>Somebody else changed it meanwhile, or prepared it.</summary>
    public sealed record Changed : ContestSaved;
}

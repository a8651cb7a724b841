namespace TrainingHub.Coverage;

/// <summary>What became of the wish for a figure as of a day.</summary>
public abstract record AsOfOutcome
{
    private AsOfOutcome()
    {
    }

    /// <summary>No day was named, or today with all that we know.</summary>
    public sealed record Today : AsOfOutcome;

    /// <param name="Target">The target with its day and moment.</param>
    /// <param name="Unit">The unit as it stood then.</param>
    public sealed record Found(TargetSummary Target, UnitChoice Unit) : AsOfOutcome;

    public sealed record Refused(AsOfFault Fault) : AsOfOutcome;
}

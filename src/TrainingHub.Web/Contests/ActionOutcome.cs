namespace TrainingHub.Contests;

/// <summary>What became of an action.</summary>
public abstract record ActionOutcome
{
    private ActionOutcome()
    {
    }

    /// <summary>保存回执: it stands in the log, committed.</summary>
    /// <param name="Number">Of its entry; 0 for a seat that was taken before.</param>
    /// <param name="At">The server's clock, UTC.</param>
    /// <param name="Seat">Whose; 0 for the host.</param>
    /// <param name="Text">Of an answer: as it is written in the log.</param>
    public sealed record Written(int Number, DateTime At, int Seat, string? Text) : ActionOutcome;

    public sealed record Refused(ContestRefusal Why) : ActionOutcome;

    public sealed record NotFound : ActionOutcome;
}

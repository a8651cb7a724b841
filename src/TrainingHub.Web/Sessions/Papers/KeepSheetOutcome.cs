namespace TrainingHub.Sessions.Papers;

/// <summary>What typing in a paper's answers led to.</summary>
public abstract record KeepSheetOutcome
{
    private KeepSheetOutcome()
    {
    }

    /// <param name="Number">Which sheet it became.</param>
    public sealed record Kept(int Number) : KeepSheetOutcome;

    /// <summary>Somebody else typed it in since the form was opened.</summary>
    public sealed record Changed : KeepSheetOutcome;

    /// <summary>The session is cancelled or closed.</summary>
    public sealed record Over : KeepSheetOutcome;

    /// <summary>An earlier closing has entered it: it is corrected when the session is closed again.</summary>
    public sealed record Entered : KeepSheetOutcome;

    /// <summary>A correction needs a reason, and so does not having sat it.</summary>
    public sealed record NoReason : KeepSheetOutcome;

    /// <param name="Fault">What is wrong with what was given for written answers.</param>
    /// <param name="Items">Of which; empty where it is none of their own.</param>
    public sealed record MarksRefused(PaperMarksFault Fault, IReadOnlyList<int> Items) : KeepSheetOutcome;

    /// <param name="Numbers">Of the questions whose answer is none that they offer.</param>
    public sealed record Refused(IReadOnlyList<int> Numbers) : KeepSheetOutcome;
}

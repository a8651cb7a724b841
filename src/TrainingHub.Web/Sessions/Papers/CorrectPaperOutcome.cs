namespace TrainingHub.Sessions.Papers;

/// <summary>What became of the wish to correct a paper after its session was closed.</summary>
public abstract record CorrectPaperOutcome
{
    private CorrectPaperOutcome()
    {
    }

    /// <summary>Nothing was changed yet.</summary>
    public sealed record Foreseen(ForeseenCorrection What) : CorrectPaperOutcome;

    public sealed record Corrected : CorrectPaperOutcome;

    /// <summary>Somebody else typed it in or corrected it since the form was opened.</summary>
    public sealed record Changed : CorrectPaperOutcome;

    /// <summary>The session is not closed, or nothing was typed in before.</summary>
    public sealed record NotClosed : CorrectPaperOutcome;

    public sealed record NoReason : CorrectPaperOutcome;

    /// <summary>The same answers stand there already.</summary>
    public sealed record Same : CorrectPaperOutcome;

    /// <summary>Who corrects is answering the same questions, or has a paper of them: points would tell which answers are right.</summary>
    public sealed record Answering : CorrectPaperOutcome;

    /// <summary>This paper was looked at or corrected <see cref="CorrectPaper.MostLooks"/> times today.</summary>
    public sealed record TooOften : CorrectPaperOutcome;

    /// <summary>It would enter training late: proof is missing, or only the unit above may.</summary>
    /// <param name="HasProof">Whether a file is there.</param>
    public sealed record Late(bool HasProof) : CorrectPaperOutcome;

    /// <summary>Its written answers are still to be marked online.</summary>
    public sealed record Waiting : CorrectPaperOutcome;

    /// <param name="Fault">What is wrong with what was given for written answers.</param>
    /// <param name="Items">Of which; empty where it is none of their own.</param>
    public sealed record MarksRefused(PaperMarksFault Fault, IReadOnlyList<int> Items) : CorrectPaperOutcome;

    /// <param name="Numbers">Of the questions whose answer is none that they offer.</param>
    public sealed record Refused(IReadOnlyList<int> Numbers) : CorrectPaperOutcome;
}

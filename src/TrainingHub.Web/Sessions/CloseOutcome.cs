namespace TrainingHub.Sessions;

/// <summary>What became of the wish to close a session.</summary>
public abstract record CloseOutcome
{
    private CloseOutcome()
    {
    }

    /// <summary>It is closed; of a large one the records are being written.</summary>
    public sealed record Closed : CloseOutcome;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Changed : CloseOutcome;

    /// <summary>It is cancelled or closed already.</summary>
    public sealed record Over : CloseOutcome;

    /// <summary>Its last half-day has not ended.</summary>
    public sealed record TooEarly : CloseOutcome;

    /// <summary>It is entered late: proof is missing, or only the unit above may.</summary>
    /// <param name="HasProof">Whether a file is there.</param>
    public sealed record Late(bool HasProof) : CloseOutcome;

    /// <summary>A paper of somebody who was there was neither typed in nor entered as not sat.</summary>
    public sealed record Untyped : CloseOutcome;

    /// <summary>It is a meeting without minutes, and no document was uploaded.</summary>
    public sealed record NoMinutes : CloseOutcome;

    /// <summary>Its last day lies outside the programme's cycle.</summary>
    public sealed record OutsideCycle : CloseOutcome;
}

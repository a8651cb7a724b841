namespace TrainingHub.Completions;

/// <summary>A paper of a closed session whose answers are corrected: what it led to is compared with what it leads to now.</summary>
public sealed record PaperCorrection
{
    public required Guid PersonId { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>The attempt that the paper became, or becomes now.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>Whether the answers before passed.</summary>
    public required bool WasPassed { get; init; }

    /// <summary>Whether the person passed the quiz by another attempt: then this one enters nothing that is not there.</summary>
    public required bool HasPassedOtherwise { get; init; }

    /// <summary>Programmes in which a record of the session or the paper was revoked for another reason than this paper: nothing is entered there again.</summary>
    public required IReadOnlySet<Guid> Revoked { get; init; }

    /// <summary>What the session enters now, and for which programme; null: nothing.</summary>
    public required (Guid ProgrammeId, Completion Completion)? Session { get; init; }

    /// <summary>What the paper alone completes now; null: it does not pass.</summary>
    public required Completion? Paper { get; init; }
    public required Lapse Why { get; init; }

    /// <summary>Whether it is undone afterwards: then nothing is logged.</summary>
    public bool IsLook { get; init; }
}

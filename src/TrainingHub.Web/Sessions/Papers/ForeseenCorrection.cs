using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Programmes;
using TrainingHub.Quizzes;

namespace TrainingHub.Sessions.Papers;

/// <summary>What correcting a paper changes.</summary>
public sealed record ForeseenCorrection
{
    public required PaperSheet Sheet { get; init; }

    /// <summary>All of its answers, with those of the correction.</summary>
    public required IReadOnlyList<AnswerEntry> Log { get; init; }
    public required GradedPaper Graded { get; init; }
    public required (int Points, bool Passed) Before { get; init; }
    public required (int Points, bool Passed) After { get; init; }

    /// <summary>Null for a guest.</summary>
    public PaperCorrection? Correction { get; init; }

    /// <summary>Of a guest: the certificate that is revoked, and that which is issued; null: none.</summary>
    public Certificate? RevokedOfGuest { get; init; }
    public (GuestCompletion Completion, ProgrammeRule Rule)? IssuedToGuest { get; init; }

    /// <summary>Of a person, once it was looked at; nothing of a guest.</summary>
    public CorrectionEffects Effects { get; init; } = CorrectionEffects.None;

    /// <summary>Whether it enters training that was not entered before; of a person the passed quiz itself, which may be the last part of a programme.</summary>
    public bool IsNewlyEarned => !Before.Passed && After.Passed && (Correction is not null || IssuedToGuest is not null);
}

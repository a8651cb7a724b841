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

    /// <summary>Names of the programmes whose records are revoked, in Chinese and English, with the certificate's serial; null without.</summary>
    public IReadOnlyList<(string Name, string NameEn, string? Serial)> Revokes { get; init; } = [];

    /// <summary>Names of the programmes of which a record and a certificate are entered.</summary>
    public IReadOnlyList<(string Name, string NameEn)> Appends { get; init; } = [];

    /// <summary>Whether it enters training that was not entered before; of a person the passed quiz itself, which may be the last part of a programme.</summary>
    public bool IsNewlyEarned => !Before.Passed && After.Passed && (Correction is not null || IssuedToGuest is not null);

    /// <summary>Whether programmes of several parts may gain or lose one.</summary>
    public bool ChangesParts => Correction is not null && Before.Passed != After.Passed;
}

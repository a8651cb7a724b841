using TrainingHub.Programmes;

namespace TrainingHub.Recognitions;

/// <summary>One outside training with what stands in other tables.</summary>
public sealed record RecognitionRow
{
    /// <summary>Through all its states.</summary>
    public required Guid FactId { get; init; }

    /// <summary>The state's own row: who decides says which one was seen.</summary>
    public required Guid Id { get; init; }

    /// <summary>Null once anonymized.</summary>
    public required string? PersonName { get; init; }
    public required string UnitName { get; init; }
    public required string Title { get; init; }
    public required string Organizer { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required int Minutes { get; init; }
    public required ExpertDomain Domain { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>Chinese and English name of the programme that it stands for; null: none.</summary>
    public string? Programme { get; init; }
    public string? ProgrammeEn { get; init; }
    public required string Result { get; init; }
    public required string ProofName { get; init; }
    public required OutsideState State { get; init; }

    /// <summary>Said when it was decided or taken back; null: nothing.</summary>
    public string? Reason { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered, decided or took back; null once anonymized.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>Whether the reader stands above the unit, and nobody has decided yet.</summary>
    public required bool MayDecide { get; init; }

    /// <summary>Whether the reader may take it back: what is asked the unit itself, what is accepted only who decides.</summary>
    public required bool MayWithdraw { get; init; }
}

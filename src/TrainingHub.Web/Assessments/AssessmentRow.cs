namespace TrainingHub.Assessments;

/// <summary>An assessment with what stands in other tables.</summary>
public sealed record AssessmentRow
{
    public required Guid Id { get; init; }

    /// <summary>Null once anonymized.</summary>
    public required string? PersonName { get; init; }
    public required string UnitName { get; init; }
    public required string Programme { get; init; }
    public required string ProgrammeEn { get; init; }
    public required string Title { get; init; }
    public required DateOnly Day { get; init; }
    public required bool IsPassed { get; init; }
    public required string Result { get; init; }
    public required string Assessor { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? WithdrawnBecause { get; init; }
}

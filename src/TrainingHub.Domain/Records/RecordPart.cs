using TrainingHub.Programmes;

namespace TrainingHub.Records;

/// <summary>One of the things that a record of a programme of several parts rests on, as it stood when the record was appended. Never changed or deleted.</summary>
public sealed class RecordPart
{
    public required Guid RecordId { get; init; }

    /// <summary>From 1, in the order of days.</summary>
    public required int Number { get; init; }
    public required LearningKind Kind { get; init; }

    /// <summary>Attempt, session, assessment or outside training; null for a lesson.</summary>
    public Guid? SourceId { get; init; }
    public required string Title { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Whole minutes of its own.</summary>
    public required int Minutes { get; init; }
}

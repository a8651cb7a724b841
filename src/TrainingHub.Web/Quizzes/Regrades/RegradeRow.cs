namespace TrainingHub.Quizzes.Regrades;

/// <summary>One attempt that a regrade changes.</summary>
public sealed record RegradeRow
{
    public required Guid AttemptId { get; init; }

    /// <summary>Null when the person is no longer named.</summary>
    public required string? PersonName { get; init; }
    public required string? StaffNumber { get; init; }

    /// <summary>The main unit of today; null when there is none.</summary>
    public required string? UnitName { get; init; }
    public required int Number { get; init; }
    public required int OldPoints { get; init; }
    public required int NewPoints { get; init; }
    public required int FullPoints { get; init; }
    public required RegradeEffect Effect { get; init; }

    /// <summary>The unrevoked record that rests on the attempt; null without one.</summary>
    public required Guid? RecordId { get; init; }

    /// <summary>Of that record's certificate; null without one.</summary>
    public required string? Serial { get; init; }
}

namespace TrainingHub.Quizzes;

/// <summary>Somebody's attempt, for whoever runs the quiz.</summary>
public sealed record AttemptRow
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Null when the person is no longer named.</summary>
    public required string? PersonName { get; init; }
    public required string? StaffNumber { get; init; }

    /// <summary>The main unit of today; null when there is none.</summary>
    public required string? UnitName { get; init; }
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC; added minutes included.</summary>
    public required DateTime Deadline { get; init; }

    /// <summary>UTC; null while open.</summary>
    public required DateTime? SubmittedAt { get; init; }

    /// <summary>Whole points; null while open.</summary>
    public required int? Points { get; init; }
    public required int FullPoints { get; init; }
    public required bool? Passed { get; init; }

    /// <summary>Whole minutes added so far.</summary>
    public required int AddedMinutes { get; init; }

    /// <summary>Whether another attempt was granted after this one.</summary>
    public required bool HasSuccessor { get; init; }

    public AttemptState State => Passed switch
    {
        null => SubmittedAt is null ? AttemptState.Open : AttemptState.Marking,
        true => AttemptState.Passed,
        false => AttemptState.NotPassed,
    };
}

namespace TrainingHub.Quizzes.Results;

/// <summary>Somebody who is expected to take a quiz, or has taken it.</summary>
public sealed record PeopleRow
{
    public required Guid PersonId { get; init; }

    /// <summary>Null when no longer named.</summary>
    public required string? Name { get; init; }
    public required string? StaffNumber { get; init; }

    /// <summary>The main unit of today; null when there is none.</summary>
    public required string? UnitName { get; init; }
    public required int Attempts { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>Whole points of the attempt that counts; null while none is graded.</summary>
    public required int? Points { get; init; }
    public required bool HasPassed { get; init; }

    /// <summary>UTC; null while nothing was handed in.</summary>
    public required DateTime? LastSubmittedAt { get; init; }
}

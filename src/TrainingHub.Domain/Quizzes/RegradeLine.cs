namespace TrainingHub.Quizzes;

/// <summary>What a regrade does to one attempt: foreseen, and once more when it was done. Only ever appended.</summary>
public sealed class RegradeLine
{
    public required Guid RegradeId { get; init; }
    public required Guid AttemptId { get; init; }

    /// <summary>Whether it was done; otherwise only foreseen.</summary>
    public required bool IsApplied { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Whole points, before and after.</summary>
    public required int OldPoints { get; init; }
    public required int NewPoints { get; init; }
    public required RegradeEffect Effect { get; init; }
    public required DateTime At { get; init; }
}

namespace TrainingHub.Quizzes;

/// <summary>Which written answers are asked for, as it stands in the address.</summary>
public sealed record MarksFilter
{
    /// <summary>Version of a question, by hash; null for all.</summary>
    public string? Question { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Null for all.</summary>
    public MarkTurn? State { get; init; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public bool IsSearch => Question is not null || State is not null;
}

namespace TrainingHub.Quizzes;

/// <summary>Something that happened around an attempt, beside its answers. Only ever appended.</summary>
public sealed class AttemptEvent
{
    public required Guid Id { get; init; }
    public required Guid AttemptId { get; init; }
    public required AttemptEventKind Kind { get; init; }

    /// <summary>The server's time, UTC.</summary>
    public required DateTime At { get; init; }
}

namespace TrainingHub.Quizzes;

/// <summary>Something that happened around an attempt, beside its answers. Only ever appended.</summary>
public sealed class AttemptEvent
{
    public required Guid Id { get; init; }
    public required Guid AttemptId { get; init; }
    public required AttemptEventKind Kind { get; init; }

    /// <summary>The server's time, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Number of the paper's item, from 1, of an answer that was refused; null otherwise.</summary>
    public int? Item { get; init; }

    /// <summary>The browser's version of an answer that was refused; null otherwise.</summary>
    public int? Version { get; init; }

    /// <summary>What was answered and refused, as a <see cref="Questions.Response"/> writes itself; null otherwise.</summary>
    public string? Choice { get; init; }
}

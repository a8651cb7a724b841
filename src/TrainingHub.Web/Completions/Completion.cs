using TrainingHub.Records;

namespace TrainingHub.Completions;

/// <summary>What a person has done, before it becomes a record: passed the final quiz of a course, or attended a session.</summary>
public sealed record Completion
{
    public required Guid PersonId { get; init; }
    public required string QuizSlug { get; init; }
    public required string CourseSlug { get; init; }
    public required string CourseHash { get; init; }
    public required int CreditMinutes { get; init; }

    /// <summary>The day, in the zone, on which it was done.</summary>
    public required DateOnly Day { get; init; }
    public required Evidence Evidence { get; init; }
    public Guid? AttemptId { get; init; }

    /// <summary>The session that was attended, and which of its closings says so; null for other evidence.</summary>
    public Guid? SessionId { get; init; }
    public int? SessionClosing { get; init; }
    /// <summary>The revoked record whose place its record takes, and why; null: none.</summary>
    public (Guid RecordId, Lapse? Why)? Restores { get; init; }
    public int? Points { get; init; }
    public int? FullPoints { get; init; }
}

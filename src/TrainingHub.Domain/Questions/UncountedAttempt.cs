namespace TrainingHub.Questions;

/// <summary>An attempt that was still open when the <see cref="StatisticsCursor"/> passed it: counted after it was handed in.</summary>
public sealed class UncountedAttempt
{
    public required Guid AttemptId { get; init; }
}

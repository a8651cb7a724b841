namespace TrainingHub.Questions;

/// <summary>How far attempts were counted into <see cref="QuestionStatistics"/>: one row.</summary>
public sealed class StatisticsCursor
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    /// <summary>The last attempt that was looked at; ids go up with time.</summary>
    public required Guid AttemptId { get; set; }

    /// <summary>Concurrency token: two processes do not count the same attempts.</summary>
    public int Revision { get; set; }
}

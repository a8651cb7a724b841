namespace TrainingHub.Courses;

/// <summary>The quiz that completes a course, as a person stands with it.</summary>
public sealed record QuizProgress
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string TitleEn { get; init; }
    public required int Items { get; init; }

    /// <summary>Whole minutes from start to deadline.</summary>
    public required int Minutes { get; init; }

    /// <summary>The least whole points that pass: rounded up.</summary>
    public required int PassPoints { get; init; }
    public required int FullPoints { get; init; }
    public required QuizState State { get; init; }

    /// <summary>The attempt that is open or was passed; null otherwise.</summary>
    public int? AttemptNumber { get; init; }

    /// <summary>UTC: the deadline of an open attempt, or when the next one can be started; null otherwise.</summary>
    public DateTime? Until { get; init; }
}

namespace TrainingHub.Courses;

/// <summary>A lesson in which somebody rested at least twice.</summary>
public sealed record PauseRow
{
    public required Guid PersonId { get; init; }

    /// <summary>Null when the person is no longer named.</summary>
    public required string? PersonName { get; init; }

    /// <summary>The main unit of today; null when there is none.</summary>
    public required string? UnitName { get; init; }
    public required string CourseSlug { get; init; }
    public required string LessonSlug { get; init; }
    public required int Rests { get; init; }

    /// <summary>When the last one began, UTC.</summary>
    public required DateTime LastAt { get; init; }

    /// <summary>Whether the lesson was finished, in whatever version.</summary>
    public required bool IsFinished { get; init; }
}

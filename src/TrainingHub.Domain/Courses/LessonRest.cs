namespace TrainingHub.Courses;

/// <summary>A pause of a person's check questions in a lesson after several wrong answers. Reading goes on.</summary>
public sealed class LessonRest
{
    public required Guid PersonId { get; init; }
    public required string CourseSlug { get; init; }
    public required string LessonSlug { get; init; }

    /// <summary>From 1, within person and lesson.</summary>
    public required int Number { get; init; }
    public required DateTime BegunAt { get; init; }

    /// <summary>First instant at which the next question may be asked, UTC.</summary>
    public required DateTime Until { get; init; }
}

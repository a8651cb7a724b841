using TrainingHub.Courses;

namespace TrainingHub.Courseware;

/// <summary>What could be read of a course, whether or not it can be published: for its author.</summary>
/// <param name="Outcome">What publishing would get.</param>
/// <param name="Problems">By file and line.</param>
/// <param name="Lessons">Those that could be read, rendered.</param>
/// <param name="Questions">Those that could be read, with their file and line.</param>
/// <param name="SharedFiles">Paths of the files in _standards and _documents that the course rests on.</param>
/// <param name="OwnStandards">Editions that only the files beside the course have.</param>
/// <param name="SoundStandards">Editions beside the course in whose own files nothing is wrong, whatever is wrong with the course.</param>
public sealed record CourseInspection(
    CourseOutcome Outcome,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<LessonContent> Lessons,
    IReadOnlyList<PlacedQuestion> Questions,
    IReadOnlyList<string> SharedFiles,
    IReadOnlyList<Standards.StandardEdition> OwnStandards,
    IReadOnlyList<Standards.StandardEdition> SoundStandards)
{
    /// <summary>As course.yml says; empty when it could not be read.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Those that could be read.</summary>
    public IReadOnlyList<Questions.Quiz> Quizzes { get; init; } = [];

    public required CourseCounts Counts { get; init; }
}

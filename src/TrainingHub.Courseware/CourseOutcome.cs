using TrainingHub.Courses;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>What reading a course's folder led to.</summary>
public abstract record CourseOutcome
{
    private CourseOutcome()
    {
    }

    /// <summary>The course can be published.</summary>
    /// <param name="Content">The course.</param>
    /// <param name="Standards">All editions beside the course, cited or not, by slug and edition.</param>
    /// <param name="Warnings">By file and line.</param>
    public sealed record Read(
        CourseContent Content,
        IReadOnlyList<StandardEdition> Standards,
        IReadOnlyList<Problem> Warnings) : CourseOutcome;

    /// <summary>At least one of the problems is an error. By file and line.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : CourseOutcome;
}

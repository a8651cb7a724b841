namespace TrainingHub.Courses;

/// <summary>A course as a person stands with it.</summary>
/// <param name="Progress">Lessons and quiz.</param>
/// <param name="Audience">Posts that it is written for, in the reader's language.</param>
/// <param name="Programmes">Programmes that it completes today.</param>
public sealed record CoursePage(CourseProgress Progress, IReadOnlyList<string> Audience, IReadOnlyList<CoursePage.CompletedProgramme> Programmes)
{
    /// <param name="Name">In Chinese.</param>
    /// <param name="NameEn">In English.</param>
    /// <param name="CycleFrom">First day (included).</param>
    /// <param name="CycleUntil">Last day (included).</param>
    public sealed record CompletedProgramme(string Name, string NameEn, DateOnly CycleFrom, DateOnly CycleUntil);
}

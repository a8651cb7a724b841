using TrainingHub.Hosting;

namespace TrainingHub.Courses;

/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Pages">Of all rows.</param>
/// <param name="Courses">The courses of today, for names and for the filter.</param>
public sealed record PausesPage(PausesFilter Filter, IReadOnlyList<PauseRow> Rows, Pages Pages, IReadOnlyList<ShelfCourse> Courses)
{
    /// <summary>Course and lesson as they are called now; the slugs when they are gone.</summary>
    public (string Course, string Lesson) NamesOf(PauseRow row)
    {
        var course = Courses.FirstOrDefault(one => string.Equals(one.Slug, row.CourseSlug, StringComparison.Ordinal));
        return (
            course is null ? row.CourseSlug : CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn),
            course?.FindLesson(row.LessonSlug)?.Title ?? row.LessonSlug);
    }
}

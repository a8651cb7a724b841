using TrainingHub.Hosting;

namespace TrainingHub.Courses;

/// <summary>The list of courses.</summary>
/// <param name="Search">As it was typed; empty for none.</param>
/// <param name="Courses">Of this page.</param>
public sealed record CoursesPage(string Search, IReadOnlyList<CourseProgress> Courses, Pages Pages);

namespace TrainingHub.Courses;

/// <summary>The list of courses.</summary>
/// <param name="Search">As it was typed; empty for none.</param>
/// <param name="Found">How many courses there are in all.</param>
/// <param name="Number">Of the page, from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Courses">Of this page.</param>
public sealed record CoursesPage(string Search, int Found, int Number, int Pages, IReadOnlyList<CourseProgress> Courses);

namespace TrainingHub.Courses.Drafts;

/// <summary>Two versions of a course.</summary>
/// <param name="Before">The older one, or whatever was chosen first.</param>
/// <param name="After">The other.</param>
/// <param name="Files">Only those that differ, by path; at most as many as a page shows.</param>
/// <param name="Left">How many more differ.</param>
public sealed record ComparisonPage(CourseVersion Before, CourseVersion After, IReadOnlyList<FileDifference> Files, int Left);

using TrainingHub.Hosting;

namespace TrainingHub.Courses.Drafts;

/// <summary>The published versions of a course.</summary>
/// <param name="Newest">The one that is learnt now.</param>
/// <param name="Rows">Of this page, newest first.</param>
/// <param name="Pages">Of all.</param>
public sealed record VersionsPage(CourseVersion Newest, IReadOnlyList<CourseVersion> Rows, Pages Pages);

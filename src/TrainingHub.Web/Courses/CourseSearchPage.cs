using TrainingHub.Hosting;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>What a search found.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page, the best first.</param>
/// <param name="Pages">Of all that was found.</param>
/// <param name="Counts">How many of each kind.</param>
public sealed record CourseSearchPage(CourseSearchFilter Filter, IReadOnlyList<CourseSearchRow> Rows, Pages Pages, IReadOnlyDictionary<SearchKind, int> Counts);

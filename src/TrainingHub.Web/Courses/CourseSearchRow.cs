using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>One thing found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Number and title of a clause, title of a lesson, stem of a question.</param>
/// <param name="Place">The standard or course it belongs to.</param>
/// <param name="Address">Where it is read.</param>
public sealed record CourseSearchRow(SearchKind Kind, string Title, string Place, string Address);

using TrainingHub.Hosting;

namespace TrainingHub.Courses.Drafts;

/// <summary>The list of drafts.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page, last changed first.</param>
/// <param name="Pages">Of all that match.</param>
/// <param name="Courses">Published courses within reach, by slug and title.</param>
public sealed record DraftsPage(DraftsFilter Filter, IReadOnlyList<DraftRow> Rows, Pages Pages, IReadOnlyList<(string Slug, string Title)> Courses);

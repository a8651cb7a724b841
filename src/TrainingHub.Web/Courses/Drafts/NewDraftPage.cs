using TrainingHub.Courseware;

namespace TrainingHub.Courses.Drafts;

/// <summary>The form for a new draft.</summary>
/// <param name="Input">As typed.</param>
/// <param name="Units">Names of the units within reach.</param>
/// <param name="Courses">Published courses within reach.</param>
/// <param name="Problems">Of a zip that was not taken.</param>
public sealed record NewDraftPage(NewDraftInput Input, IReadOnlyList<string> Units, IReadOnlyList<(string Slug, string Title)> Courses, IReadOnlyList<Problem> Problems);

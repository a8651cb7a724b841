using TrainingHub.Courseware;

namespace TrainingHub.Courses.Drafts;

/// <summary>What learners will see of a file, and what is wrong with it.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Path">The file.</param>
/// <param name="Lesson">Title and body; null for what is no lesson or cannot be read.</param>
/// <param name="Questions">Of a file of questions.</param>
/// <param name="Problems">Of this file.</param>
/// <param name="Elsewhere">How many problems other files have.</param>
public sealed record PreviewPart(
    Guid DraftId, string Path, (string Title, string Html)? Lesson, IReadOnlyList<PlacedQuestion> Questions, IReadOnlyList<Problem> Problems, int Elsewhere);

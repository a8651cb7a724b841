namespace TrainingHub.Practice;

/// <param name="CourseSlug">The course.</param>
/// <param name="QuestionHash">Question version, by content hash.</param>
/// <param name="IsRight">Whether rightly.</param>
/// <param name="At">UTC.</param>
public sealed record PastAnswer(string CourseSlug, string QuestionHash, bool IsRight, DateTime At);

namespace TrainingHub.Standards;

/// <summary>A lesson or a question that rests on a clause.</summary>
/// <param name="Course">Title of the course, as its author wrote it.</param>
/// <param name="Name">Title of the lesson, or the question's stem.</param>
/// <param name="Address">Where it is read; null when the reader has to sign in first.</param>
public sealed record ClauseUse(string Course, string Name, string? Address);

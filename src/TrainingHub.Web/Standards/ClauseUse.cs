namespace TrainingHub.Standards;

/// <summary>A lesson or a question that rests on a clause or on an edition.</summary>
/// <param name="Course">Title of the course, in the reader's language.</param>
/// <param name="CourseAddress">Where the course is.</param>
/// <param name="Name">Title of the lesson, or the question's stem.</param>
/// <param name="Address">Where the lesson is read; null for a question.</param>
/// <param name="Earlier">The earlier edition that it rests on; null when it rests on the one asked for.</param>
public sealed record ClauseUse(string Course, string CourseAddress, string Name, string? Address, EditionName? Earlier = null);

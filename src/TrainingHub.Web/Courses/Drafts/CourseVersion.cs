namespace TrainingHub.Courses.Drafts;

/// <summary>A published version as its authors see it.</summary>
/// <param name="Hash">Of its content.</param>
/// <param name="Slug">Of the course.</param>
/// <param name="Title">As its author wrote it.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="By">Who published it; null for what travels with the application.</param>
/// <param name="Unit">The unit that published it; null for what travels with the application.</param>
public sealed record CourseVersion(string Hash, string Slug, string Title, DateTime PublishedAt, string? By, string? Unit);

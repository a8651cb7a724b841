namespace TrainingHub.Contests.Open;

/// <summary>The form of a contest's ranking.</summary>
/// <param name="Found">Null for a new one.</param>
/// <param name="Quizzes">Slug and title of those that may become contests; empty for one that exists.</param>
public sealed record OpenForm(OpenInput Input, FoundOpen? Found, IReadOnlyList<(string Slug, string Title)> Quizzes);

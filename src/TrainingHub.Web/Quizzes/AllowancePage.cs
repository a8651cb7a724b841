namespace TrainingHub.Quizzes;

/// <summary>One attempt, what was given for it, and the form to give more.</summary>
/// <param name="Given">For this quiz and person, newest first.</param>
public sealed record AllowancePage(string Slug, string Title, AttemptRow Row, IReadOnlyList<AllowanceLine> Given, AllowanceInput Input);

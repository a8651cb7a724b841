using TrainingHub.Quizzes;

namespace TrainingHub.Contests.Open;

/// <summary>An open contest with the quiz that it is held by.</summary>
/// <param name="Contest">As stored.</param>
/// <param name="Quiz">As stored.</param>
/// <param name="Terms">Of the quiz.</param>
/// <param name="IsManaged">Whether the current person holds it.</param>
public sealed record FoundOpen(OpenContest Contest, ArrangedQuiz Quiz, QuizTerms Terms, bool IsManaged);

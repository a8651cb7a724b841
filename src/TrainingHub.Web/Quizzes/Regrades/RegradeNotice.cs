namespace TrainingHub.Quizzes.Regrades;

/// <summary>What a person is told of a regrade of their own attempt.</summary>
/// <param name="QuizSlug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Attempt">Number of the attempt.</param>
/// <param name="OldPoints">Whole points.</param>
/// <param name="NewPoints">Whole points.</param>
/// <param name="Effect">What it did.</param>
/// <param name="Reason">As it was given.</param>
/// <param name="Day">In the zone.</param>
public sealed record RegradeNotice(string QuizSlug, string Title, int Attempt, int OldPoints, int NewPoints, RegradeEffect Effect, string Reason, DateOnly Day);

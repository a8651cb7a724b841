namespace TrainingHub.Quizzes;

/// <summary>Something given afterwards, as pages tell it.</summary>
/// <param name="Minutes">Whole minutes added; null: one attempt more.</param>
/// <param name="GivenAt">In the zone.</param>
/// <param name="GivenBy">Name; null when the person is no longer named.</param>
public sealed record AllowanceLine(int AttemptNumber, int? Minutes, string Reason, DateTime GivenAt, string? GivenBy);

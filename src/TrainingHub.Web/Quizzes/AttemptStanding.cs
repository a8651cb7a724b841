namespace TrainingHub.Quizzes;

/// <summary>What changes about an attempt while its paper is open.</summary>
/// <param name="SubmittedAt">UTC; null while open.</param>
/// <param name="Deadline">Last instant at which a saved answer counts (included), UTC.</param>
/// <param name="AddedMinutes">Whole minutes that were added.</param>
public sealed record AttemptStanding(DateTime? SubmittedAt, DateTime Deadline, int AddedMinutes);

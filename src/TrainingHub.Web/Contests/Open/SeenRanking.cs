namespace TrainingHub.Contests.Open;

/// <summary>A ranking and when it was made.</summary>
/// <param name="At">UTC.</param>
public sealed record SeenRanking(OpenRanking Ranking, DateTime At);

namespace TrainingHub.Contests;

/// <summary>A line of the ranking.</summary>
/// <param name="Rank">From 1; who has as many points and right answers shares it, and the next rank is left out.</param>
/// <param name="Seat">Its number.</param>
/// <param name="Points">May be less than 0.</param>
/// <param name="Right">Right answers to questions that count.</param>
/// <param name="Gained">Points of the last question that counts; null when there is none.</param>
/// <param name="Moved">Ranks risen since the question before (positive) or fallen (negative); null when there is nothing to compare with.</param>
public sealed record ContestRank(int Rank, int Seat, int Points, int Right, int? Gained, int? Moved);

namespace TrainingHub.Contests.Stage;

/// <summary>Points that an entry of the log gave or took. The points of a team are its base points and the sum of these.</summary>
/// <param name="Entry">Number of that entry.</param>
/// <param name="Team">Whose.</param>
/// <param name="Round">Number of the round, from 1; 0 for rulings that belong to none.</param>
/// <param name="Points">More or less than 0.</param>
/// <param name="IsDecider">Whether they decide a place among equals only, and are no points.</param>
public sealed record StageScore(int Entry, int Team, int Round, int Points, bool IsDecider);

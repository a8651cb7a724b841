namespace TrainingHub.Contests.Stage;

/// <summary>What became of what a team's device sent.</summary>
/// <param name="Number">Of the entry.</param>
/// <param name="Kind">As what it counts.</param>
/// <param name="At">The server's clock, UTC.</param>
public sealed record StageReceipt(int Number, ContestEntryKind Kind, DateTime At);

namespace TrainingHub.Quizzes;

/// <summary>保存回执: one entry of the answer log as committed, and how the attempt stood then.</summary>
/// <param name="Item">From 1.</param>
/// <param name="Version">The version that was saved.</param>
/// <param name="Choice">Letters as displayed.</param>
/// <param name="SavedAt">The server's time, UTC.</param>
/// <param name="IsLate">逾时，不计分.</param>
/// <param name="Deadline">Of the attempt, UTC.</param>
/// <param name="Device">In which browser the attempt goes on; null when browsers are not told apart.</param>
/// <param name="IsOpen">Whether the attempt was not yet handed in.</param>
public sealed record AnswerReceipt(int Item, int Version, string Choice, DateTime SavedAt, bool IsLate, DateTime Deadline, bool IsOpen, string? Device);

namespace TrainingHub.Practice;

/// <summary>That a question was answered, as far as remembering is concerned.</summary>
/// <param name="Day">In the configured zone.</param>
/// <param name="IsRight">Whether rightly.</param>
public sealed record RecallAnswer(DateOnly Day, bool IsRight);

namespace TrainingHub.Completions;

/// <summary>How far entering earlier training came.</summary>
/// <param name="Records">How many records were appended.</param>
/// <param name="After">The last person looked at; null: there are no more.</param>
public sealed record EarlierEntered(int Records, Guid? After);

namespace TrainingHub.Contests;

/// <summary>What a feed sends.</summary>
/// <param name="Id">Number of the entry after which it holds; null: nothing to resume from.</param>
/// <param name="Event">Its name.</param>
/// <param name="Data">JSON on one line.</param>
public sealed record FeedMessage(int? Id, string Event, string Data);

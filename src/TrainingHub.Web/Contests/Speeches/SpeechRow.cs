namespace TrainingHub.Contests.Speeches;

/// <summary>An entry that takes part, with what its judges gave.</summary>
/// <param name="Sheets">The last turn of each judge.</param>
/// <param name="Score">Null while nobody has scored.</param>
/// <param name="Rank">From 1; null while nobody has scored.</param>
public sealed record SpeechRow(Guid EntryId, int Number, Guid PersonId, Guid UnitId, string Title, IReadOnlyList<SpeechSheet> Sheets, SpeechScore? Score, int? Rank);

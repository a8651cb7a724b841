namespace TrainingHub.Transcripts;

/// <summary>What one target of the year asked of a person, or of all people of a unit.</summary>
/// <param name="Target">In the reader's language.</param>
/// <param name="Programme">In the reader's language.</param>
/// <param name="Percent">What was promised.</param>
/// <param name="CutOff">统计截止日 (included).</param>
/// <param name="Counted">应训; for one person 1, or 0 where they were excluded.</param>
/// <param name="Covered">已训.</param>
/// <param name="CompletedOn">Of one person the completion day; null: not completed.</param>
public sealed record OwedLine(string Target, int Year, string Programme, int Percent, DateOnly CutOff, int Counted, int Covered, DateOnly? CompletedOn);

namespace TrainingHub.Transcripts;

/// <summary>安全教育培训档案: everything that one person has learnt.</summary>
/// <param name="IsMine">Whether the reader is the person.</param>
/// <param name="Minutes">Whole minutes, once per course and calendar year.</param>
/// <param name="Titles">Course titles by slug, in the reader's language.</param>
/// <param name="ReadAt">On the zone's clock.</param>
public sealed record LawPage(PersonHead Person, bool IsMine, IReadOnlyList<TranscriptLine> Lines, int Minutes, IReadOnlyDictionary<string, string> Titles, DateTime ReadAt)
{
    public string Path => IsMine ? "/records" : $"/people/{Person.Id}";
}

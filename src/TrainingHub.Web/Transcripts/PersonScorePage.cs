namespace TrainingHub.Transcripts;

/// <summary>述职成绩单 of one person for one year.</summary>
/// <param name="Owed">What the targets of the year asked.</param>
/// <param name="Lines">What was learnt in the year.</param>
/// <param name="Minutes">Whole minutes of the year, each course once.</param>
public sealed record PersonScorePage(
    PersonHead Person, bool IsMine, int Year, IReadOnlyList<OwedLine> Owed, IReadOnlyList<TranscriptLine> Lines, int Minutes, IReadOnlyDictionary<string, string> Titles, DateTime ReadAt)
{
    public string Path => $"{(IsMine ? "/records" : $"/people/{Person.Id}")}/scoresheets/{Year}";
}

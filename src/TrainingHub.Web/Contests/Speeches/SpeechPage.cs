namespace TrainingHub.Contests.Speeches;

/// <summary>A speech contest as the reader sees it.</summary>
public sealed record SpeechPage
{
    public required FoundSpeeches Found { get; init; }
    public required SpeechTerms Terms { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>Whether speeches are entered today.</summary>
    public required bool TakesEntries { get; init; }

    /// <summary>The reader's own entry; null: none.</summary>
    public required SpeechEntry? Own { get; init; }

    /// <summary>Entries by rank; for others than who holds or judges it only once it is closed.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>For who holds it, those who have left among them; empty for others.</summary>
    public required IReadOnlyList<Judge> Judges { get; init; }

    /// <summary>How many sheets of an entry there are to be: of whoever judges, and of who has left those that count.</summary>
    public int SheetsOf(Line line) => Judges.Count(judge => judge.LeftAt is null || line.Row.Sheets.Any(sheet => sheet.JudgeId == judge.PersonId));

    /// <param name="Name">Of the speaker; null where it is not shown, and once anonymized.</param>
    /// <param name="HasScored">Whether the reader, who judges, has scored it.</param>
    public sealed record Line(SpeechRow Row, bool IsNamed, string? Name, string? UnitName, bool IsMine, bool HasScored);

    /// <param name="Sheets">How many entries they have scored.</param>
    /// <param name="LeftAt">When they were taken off, UTC; null while they judge.</param>
    /// <param name="LeftBecause">Why.</param>
    /// <param name="Counts">Whether their sheets count.</param>
    public sealed record Judge(Guid PersonId, string? Name, string? StaffNumber, string? UnitName, int Sheets, DateTime? LeftAt, string? LeftBecause, bool Counts);
}

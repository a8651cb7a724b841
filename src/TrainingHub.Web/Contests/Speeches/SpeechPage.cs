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

    /// <summary>For who holds it; empty for others.</summary>
    public required IReadOnlyList<Judge> Judges { get; init; }

    /// <param name="Name">Of the speaker; null where it is not shown, and once anonymized.</param>
    /// <param name="HasScored">Whether the reader, who judges, has scored it.</param>
    public sealed record Line(SpeechRow Row, bool IsNamed, string? Name, string? UnitName, bool IsMine, bool HasScored);

    /// <param name="Sheets">How many entries they have scored.</param>
    public sealed record Judge(Guid PersonId, string? Name, string? StaffNumber, string? UnitName, int Sheets);
}

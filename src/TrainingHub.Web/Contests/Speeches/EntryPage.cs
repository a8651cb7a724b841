namespace TrainingHub.Contests.Speeches;

/// <summary>One speech: its words, the reader's score sheet, and after closing what judges said.</summary>
public sealed record EntryPage
{
    public required FoundSpeeches Found { get; init; }
    public required SpeechTerms Terms { get; init; }
    public required SpeechEntry Entry { get; init; }

    /// <summary>Null once anonymized.</summary>
    public required string? Speaker { get; init; }
    public required string? UnitName { get; init; }
    public required bool IsMine { get; init; }

    /// <summary>Whether the reader judges the contest and is of the speaker's unit.</summary>
    public required bool IsOwnUnit { get; init; }

    /// <summary>Whether the reader may score it now.</summary>
    public required bool MayScore { get; init; }

    /// <summary>Turns of the reader's own sheet, the last first.</summary>
    public required IReadOnlyList<SpeechSheet> Turns { get; init; }

    /// <summary>What the form of the sheet shows.</summary>
    public required ScoreInput Input { get; init; }

    /// <summary>The last turns of all judges, those that count first: for who holds it, and for the speaker once it is closed; else empty.</summary>
    public required IReadOnlyList<Told> Sheets { get; init; }

    /// <summary>Null while it is not told.</summary>
    public required SpeechScore? Score { get; init; }

    /// <summary>Null while it is not told.</summary>
    public required int? Rank { get; init; }

    /// <param name="IsCounted">False where the judge has left and it was decided that their sheets do not count; only who holds it sees those.</param>
    /// <param name="Judge">Null for the speaker, who is not told who said it.</param>
    /// <param name="Hundredths">Of the sheet.</param>
    /// <param name="Corrections">Earlier turns with why they were corrected, for who holds it.</param>
    public sealed record Told(SpeechSheet Sheet, string? Judge, int Hundredths, bool IsCounted, IReadOnlyList<SpeechSheet> Corrections);
}

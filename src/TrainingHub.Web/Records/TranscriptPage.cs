namespace TrainingHub.Records;

/// <summary>The records of one person, to read and to print.</summary>
/// <param name="PersonName">Null once anonymized.</param>
/// <param name="Rows">Newest first, revoked ones too.</param>
/// <param name="IsCut">Whether there are more than a page can hold.</param>
/// <param name="CountedMinutes">Credit of unrevoked records, once per course and calendar year.</param>
/// <param name="IsMine">Whether the reader is the person.</param>
/// <param name="MayReadLedger">Whether to lead to the ledger.</param>
/// <param name="Titles">Course titles by slug, of the newest versions.</param>
/// <param name="ReadAt">On the zone's clock.</param>
public sealed record TranscriptPage(
    Guid PersonId,
    string? PersonName,
    IReadOnlyList<RecordRow> Rows,
    bool IsCut,
    int CountedMinutes,
    bool IsMine,
    bool MayRevoke,
    bool MayReadLedger,
    IReadOnlyDictionary<string, string> Titles,
    DateTime ReadAt)
{
    public DateOnly Today => DateOnly.FromDateTime(ReadAt);
}

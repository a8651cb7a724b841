using TrainingHub.Hosting;

namespace TrainingHub.Records;

/// <summary>The records of one person, to read and to print.</summary>
/// <param name="PersonName">Null once anonymized.</param>
/// <param name="Rows">Revoked ones too.</param>
/// <param name="Pages">Long ones only: almost everybody's records fit on the first.</param>
/// <param name="CountedMinutes">Credit of all that was learnt and not revoked, once per course and calendar year.</param>
/// <param name="IsMine">Whether the reader is the person.</param>
/// <param name="MayReadLedger">Whether to lead to the ledger.</param>
/// <param name="Titles">Course titles by slug, of the newest versions.</param>
/// <param name="ReadAt">On the zone's clock.</param>
public sealed record TranscriptPage(
    TranscriptFilter Filter,
    Guid PersonId,
    string? PersonName,
    IReadOnlyList<RecordRow> Rows,
    Pages Pages,
    int CountedMinutes,
    bool IsMine,
    bool MayRevoke,
    bool MayReadLedger,
    IReadOnlyDictionary<string, string> Titles,
    DateTime ReadAt)
{
    public DateOnly Today => DateOnly.FromDateTime(ReadAt);
}

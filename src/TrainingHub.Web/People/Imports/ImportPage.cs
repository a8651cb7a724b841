namespace TrainingHub.People.Imports;

/// <summary>One import: what it will do, does or did.</summary>
/// <param name="Earlier">Number of an earlier import of the very same file that was written; null when there is none.</param>
public sealed record ImportPage(
    RosterImport Import, string Unit, ImportTab Tab, IReadOnlyList<ImportRowLine> Rows, int RowsInTab, int Page, IReadOnlyList<ImportRowLine> Examples, string? Earlier, bool HasSeveralSheets)
{
    public const int RowsOnPage = 50;

    public bool HasMore => Page * RowsOnPage < RowsInTab;

    /// <summary>The preview that was looked at: writing refers to it, so that nobody agrees to what has changed since.</summary>
    public long Version => Import.PreparedAt?.Ticks ?? 0;

    public int CountOf(ImportTab tab) => tab switch
    {
        ImportTab.Refused => Import.NotWritten,
        ImportTab.Added => Import.Added,
        ImportTab.Changed => Import.Changed,
        ImportTab.Ended => Import.Ended + Import.AbsentPosts,
        _ => Import.Unchanged,
    };
}

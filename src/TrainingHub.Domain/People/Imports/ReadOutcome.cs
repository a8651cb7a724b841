namespace TrainingHub.People.Imports;

/// <summary>What came of reading a file.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>The rows, and what was left out of them.</summary>
    /// <param name="Rows">Every row below a heading that is not blank.</param>
    /// <param name="DroppedColumns">Headings (with the letter) of columns that held identity numbers.</param>
    /// <param name="SkippedSheets">Sheets that are hidden or have no heading, and notes under a table.</param>
    public sealed record Read(IReadOnlyList<RosterRow> Rows, IReadOnlyList<string> DroppedColumns, IReadOnlyList<string> SkippedSheets) : ReadOutcome
    {
        /// <summary>What the sheets say beside that, unread.</summary>
        public IReadOnlyList<ReadNote> Notes { get; init; } = [];
    }

    /// <summary>The file as a whole is not taken.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Where">Sheet, range or columns it is about.</param>
    /// <param name="Found">What was found instead.</param>
    public sealed record Refused(FileRefusal Why, string Where = "", string Found = "") : ReadOutcome;
}

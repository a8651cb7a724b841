namespace TrainingHub.Courseware.Exchange;

/// <summary>What came of reading a file.</summary>
public abstract record ForeignReading
{
    private ForeignReading()
    {
    }

    /// <param name="Format">What the file is.</param>
    /// <param name="Questions">All that stands in it, in its order, those with faults too.</param>
    public sealed record Read(ExchangeFormat Format, IReadOnlyList<ForeignQuestion> Questions) : ForeignReading
    {
        /// <summary>Pictures of the questions by their names (<see cref="TrainingHub.Questions.QuestionPicture.File"/>), checked and cleaned.</summary>
        public IReadOnlyDictionary<string, byte[]> Pictures { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);
    }

    /// <summary>A table whose columns somebody has to name.</summary>
    /// <param name="Format">Workbook or CSV.</param>
    /// <param name="Guess">What the columns of the first row may be; null: unknown.</param>
    /// <param name="Rows">The first rows, as they are.</param>
    public sealed record ColumnsUnknown(ExchangeFormat Format, IReadOnlyList<TableColumn?> Guess, IReadOnlyList<TableRow> Rows) : ForeignReading;

    /// <param name="Why">Why the file as a whole is not taken.</param>
    /// <param name="Line">Where, from 1; 0 when it cannot be said.</param>
    /// <param name="Detail">As the file has it; may be empty.</param>
    public sealed record Refused(FileFault Why, int Line = 0, string Detail = "") : ForeignReading;
}

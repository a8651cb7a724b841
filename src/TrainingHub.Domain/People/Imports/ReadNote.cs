namespace TrainingHub.People.Imports;

/// <summary>Something that a sheet says and nobody reads: told, so that it is not lost unseen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Rows">Numbers of the rows as Excel shows them, such as 3、5—8.</param>
/// <param name="Columns">Letters of the columns.</param>
/// <param name="Count">How many rows.</param>
public sealed record ReadNote(ReadNoteKind Kind, string Sheet, string Rows, string Columns, int Count)
{
    private const int MostRanges = 20;

    /// <summary>A note about rows and columns, both from zero; null when there are no rows.</summary>
    public static ReadNote? Of(ReadNoteKind kind, string sheet, IReadOnlyCollection<int> rows, IEnumerable<int> columns) =>
        rows.Count == 0
            ? null
            : new ReadNote(kind, sheet, Ranges(rows), string.Join('、', columns.Order().Select(place => SheetCells.Address(0, place)[..^1])), rows.Count);

    private static string Ranges(IEnumerable<int> rows)
    {
        List<(int From, int Until)> ranges = [];
        foreach (var number in rows.Order().Select(row => row + 1))
        {
            if (ranges.Count > 0 && ranges[^1].Until + 1 == number)
            {
                ranges[^1] = (ranges[^1].From, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        var shown = ranges.Take(MostRanges).Select(range => range.From == range.Until ? $"{range.From}" : $"{range.From}—{range.Until}");
        return string.Join('、', ranges.Count > MostRanges ? shown.Append("…") : shown);
    }
}

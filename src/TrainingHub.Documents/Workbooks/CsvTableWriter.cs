using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>
/// Writes one table as CSV (RFC 4180) with the byte order mark that Excel needs to read it as UTF-8, or in another encoding, row by row.
/// Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers, negative ones too, stay numbers.
/// </summary>
public static class CsvTableWriter
{
    private const int CharactersPerWrite = 16 * 1024;

    public static Task WriteAsync(
        Stream destination, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel) =>
        WriteAsync(destination, Encoding.UTF8, header, rows.ToAsyncEnumerable(), cancel);

    public static Task WriteAsync(
        Stream destination, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel) =>
        WriteAsync(destination, Encoding.UTF8, header, rows, cancel);

    /// <summary>The same in any encoding; its mark stands first where it has one.</summary>
    public static async Task WriteAsync(
        Stream destination, Encoding encoding, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel)
    {
        await destination.WriteAsync(encoding.Preamble.ToArray(), cancel);
        var text = new StringBuilder();
        AppendRow(text, header.Select(Text));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            AppendRow(text, row.Select(Convert));
            if (text.Length >= CharactersPerWrite)
            {
                await DrainAsync(text, destination, encoding, cancel);
            }
        }

        await DrainAsync(text, destination, encoding, cancel);
    }

    private static async Task DrainAsync(StringBuilder text, Stream destination, Encoding encoding, CancellationToken cancel)
    {
        await destination.WriteAsync(encoding.GetBytes(text.ToString()), cancel);
        text.Clear();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> values) =>
        text.AppendJoin(',', values.Select(Quote)).Append("\r\n");

    private static string Convert(Cell cell) => cell switch
    {
        Cell.Text text => Text(text.Value),
        Cell.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Cell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new UnreachableException(),
    };

    private static string Text(string value) => FormulaGuard.LooksLikeFormula(value) ? "'" + value : value;

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}

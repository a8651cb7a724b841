using System.Globalization;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Documents;

namespace TrainingHub.Contests.Speeches;

/// <summary>What the ranking of a speech contest is made from, as CSV, and nobody's name.</summary>
public static class SpeechLogText
{
    /// <summary>Names of the columns; they are the same in every language, since programs read them.</summary>
    public static IReadOnlyList<string> Header { get; } = ["kind", "entry", "judge", "turn", "counts", "scores", "text"];

    public static IEnumerable<IReadOnlyList<Cell>> RowsOf(SpeechLog log)
    {
        yield return Row("terms", null, string.Create(CultureInfo.InvariantCulture, $"weights={SpeechSheet.Written(log.Weights)};drop={log.DropFrom}"));
        foreach (var entry in log.Entries)
        {
            yield return Row("entry", entry, null);
        }

        foreach (var sheet in log.Sheets)
        {
            yield return [Cell.Of("sheet"), Cell.Of(sheet.Entry), Cell.Of(sheet.Judge), Cell.Of(sheet.Turn), Cell.Of(sheet.Counts ? 1 : 0), Cell.Of(SpeechSheet.Written(sheet.Scores)), Cell.Blank];
        }

        yield return Row("ranking", null, log.Digest);
    }

    /// <summary>Reads what was exported; null where it is another file.</summary>
    /// <exception cref="FormatException">A line cannot be read, or one is missing.</exception>
    public static SpeechLog? Read(string csv)
    {
        var rows = CsvText.Read(csv.TrimStart('\uFEFF'));
        if (rows.Count == 0 || !rows[0].Cells.SequenceEqual(Header, StringComparer.Ordinal))
        {
            return null;
        }

        (IReadOnlyList<int> Weights, int DropFrom)? terms = null;
        var (entries, sheets, digest) = (new List<int>(), new List<SpeechLog.Sheet>(), (string?)null);
        foreach (var row in rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            string Field(int at) => at < row.Cells.Count ? row.Cells[at] : "";
            switch (Field(0))
            {
                case "terms" when Field(6).Split(";drop=") is [var weights, var drop] && weights.StartsWith("weights=", StringComparison.Ordinal):
                    terms = (Numbers(weights["weights=".Length..]), Number(drop));
                    break;
                case "entry":
                    entries.Add(Number(Field(1)));
                    break;
                case "sheet":
                    sheets.Add(new SpeechLog.Sheet(Number(Field(1)), Number(Field(2)), Number(Field(3)), Numbers(Field(5)), Number(Field(4)) is 1));
                    break;
                case "ranking":
                    digest = Field(6);
                    break;
                default:
                    throw new FormatException($"Line {row.Number} says what nobody knows: {Field(0)}.");
            }
        }

        return terms is var (shares, drops) && digest is not null ? new SpeechLog(shares, drops, entries, sheets, digest) : throw new FormatException("The terms or the digest are missing.");
    }

    private static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IReadOnlyList<int> Numbers(string value) => [.. value.Split(',').Select(Number)];

    private static IReadOnlyList<Cell> Row(string kind, int? entry, string? text) => [Cell.Of(kind), Cell.Of(entry), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Of(text)];
}

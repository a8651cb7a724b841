using System.Globalization;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Documents;

namespace TrainingHub.Contests;

/// <summary>The log of a contest as CSV: everything that its ranking is computed from, and nobody's name.</summary>
public static class ContestLogText
{
    /// <summary>Names of the columns; they are the same in every language, since programs read them.</summary>
    public static IReadOnlyList<string> Header { get; } = ["number", "at_utc", "kind", "seat", "item", "text", "amount", "reason", "ranking_sha256"];

    public static IReadOnlyList<Cell> RowOf(ContestEntry entry) =>
    [
        Cell.Of(entry.Number), Cell.Of(entry.At.ToString("O", CultureInfo.InvariantCulture)), Cell.Of(entry.Kind.ToString()), Cell.Of(entry.Seat), Cell.Of(entry.Item),
        Cell.Of(entry.Text), Cell.Of(entry.Amount), Cell.Of(entry.Reason), Cell.Of(entry.Digest),
    ];

    /// <summary>Reads what was exported.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static IReadOnlyList<ContestEntry> Read(string csv)
    {
        var rows = CsvText.Read(csv.TrimStart('\uFEFF'));
        if (rows.Count == 0 || !rows[0].Cells.SequenceEqual(Header, StringComparer.Ordinal))
        {
            throw new FormatException("The first line is not that of an exported log.");
        }

        return [.. rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)).Select(EntryOf)];
    }

    private static ContestEntry EntryOf(TableRow row)
    {
        string Field(int at) => at < row.Cells.Count ? row.Cells[at] : "";
        int? Number(int at) => Field(at) is { Length: > 0 } text ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
        string? Text(int at) => Field(at) is { Length: > 0 } text ? text : null;
        return new ContestEntry
        {
            ContestId = Guid.Empty,
            Number = Number(0) ?? throw new FormatException($"Line {row.Number} has no number."),
            At = DateTime.Parse(Field(1), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
            Kind = Enum.TryParse<ContestEntryKind>(Field(2), out var kind) && Enum.IsDefined(kind) ? kind : throw new FormatException($"Line {row.Number} says what nobody knows: {Field(2)}."),
            Seat = Number(3),
            Item = Number(4),
            Text = Text(5),
            Amount = Number(6),
            Reason = Text(7),
            Digest = Text(8),
        };
    }
}

using System.Globalization;

namespace TrainingHub.People.Imports;

/// <summary>A sheet of a workbook, row by row from the top; a row ends with its last cell that is not blank.</summary>
public sealed record SheetCells
{
    public required string Name { get; init; }
    public bool IsHidden { get; init; }
    public required IReadOnlyList<IReadOnlyList<RosterCell>> Rows { get; init; }

    /// <summary>Merged ranges, as the file writes them: B7:B9.</summary>
    public IReadOnlyList<string> MergedRanges { get; init; } = [];

    /// <summary>Rows that the sheet does not show, from zero. They are among <see cref="Rows"/>.</summary>
    public IReadOnlySet<int> HiddenRows { get; init; } = new HashSet<int>();

    /// <summary>
    /// How the cells of painted rows look, row from zero to one sign for each column: the same sign for the same fill, colour of letters and line
    /// through them, '\0' for a plain cell. Rows without paint are missing.
    /// </summary>
    public IReadOnlyDictionary<int, string> Paint { get; init; } = new Dictionary<int, string>();

    /// <summary>Days are counted from 1904 instead of 1900, as old workbooks from Macs do.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>
    /// The same with every cell that is merged downwards saying what its top cell says, as whoever reads the sheet sees it: a school or a post that
    /// stands once for several people. Sideways nothing is copied.
    /// </summary>
    public SheetCells WithMergedFilled()
    {
        if (MergedRanges.Count is 0)
        {
            return this;
        }

        var rows = Rows.Select(row => row.ToList()).ToList();
        foreach (var (from, to) in MergedRanges.Select(Ends).OfType<((int Row, int Column) From, (int Row, int Column) To)>())
        {
            if (from.Row >= rows.Count || from.Column >= rows[from.Row].Count)
            {
                continue;
            }

            for (var row = from.Row + 1; row <= Math.Min(to.Row, rows.Count - 1); row++)
            {
                while (rows[row].Count <= from.Column)
                {
                    rows[row].Add(RosterCell.Blank);
                }

                rows[row][from.Column] = rows[from.Row][from.Column];
            }
        }

        return this with { Rows = [.. rows] };
    }

    /// <summary>First and last cell of a range such as B7:B9, both from zero; null when it is none.</summary>
    public static ((int Row, int Column) From, (int Row, int Column) To)? Ends(string range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var ends = range.Split(':');
        return Parse(ends[0]) is { } from && Parse(ends[^1]) is { } to ? (from, to) : null;
    }

    /// <summary>C38 of row 37 and column 2, both from zero.</summary>
    public static string Address(int row, int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters + (row + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Row and column, both from zero, of an address such as C38 or $C$38; null when it is none.</summary>
    public static (int Row, int Column)? Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var (row, column) = (0, 0);
        foreach (var sign in address)
        {
            switch (sign)
            {
                case '$':
                    break;
                case >= 'A' and <= 'Z' when row == 0 && column < 100_000:
                    column = column * 26 + (sign - 'A' + 1);
                    break;
                case >= '0' and <= '9' when column > 0 && row < 10_000_000:
                    row = row * 10 + (sign - '0');
                    break;
                default:
                    return null;
            }
        }

        return row > 0 && column > 0 ? (row - 1, column - 1) : null;
    }
}

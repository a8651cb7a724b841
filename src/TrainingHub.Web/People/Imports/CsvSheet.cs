using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.People.Imports;

/// <summary>
/// A roster as text: CSV (RFC 4180) with commas, semicolons or tabs, in UTF-8 with or without its mark, UTF-16 or GB18030. Every cell is text; what
/// it means is read as if somebody had typed it into a workbook.
/// </summary>
internal static partial class CsvSheet
{
    private const int MostColumns = 200;

    /// <summary>One sheet; null when it is no text, or longer than any roster.</summary>
    /// <exception cref="TooMuchInsideException">More rows than a roster has.</exception>
    public static SheetCells? Read(byte[] bytes) => ForeignFile.Decode(bytes) is { } text ? new SheetCells { Name = "CSV", Rows = Rows(text.ReplaceLineEndings("\n")) } : null;

    private static List<IReadOnlyList<RosterCell>> Rows(string text)
    {
        var (parting, rows, cells, cell, isQuoted) = (PartingOf(text), new List<IReadOnlyList<RosterCell>>(), new List<RosterCell>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (isQuoted)
            {
                if (sign is not '"')
                {
                    cell.Append(sign);
                }
                else if (at + 1 < text.Length && text[at + 1] is '"')
                {
                    cell.Append(text[++at]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (sign is '"' && cell.Length is 0)
            {
                isQuoted = true;
            }
            else if (sign == parting || sign is '\n')
            {
                EndCell();
                EndRow(isEnd: sign is '\n');
            }
            else
            {
                cell.Append(sign);
            }
        }

        EndCell();
        EndRow(isEnd: true);
        return rows;

        void EndCell()
        {
            if (cells.Count < MostColumns)
            {
                cells.Add(Cell(cell.ToString()));
            }

            cell.Clear();
        }

        void EndRow(bool isEnd)
        {
            if (!isEnd)
            {
                return;
            }

            // A row ends with its last cell that is not blank; blank rows stay, so that rows keep their numbers.
            while (cells is [.., { Kind: CellKind.Blank }])
            {
                cells.RemoveAt(cells.Count - 1);
            }

            rows.Add([.. cells]);
            cells.Clear();
            if (rows.Count > RosterReader.MostRows + 1000)
            {
                throw new TooMuchInsideException();
            }
        }
    }

    // 2024.1 may have been 2024.10 before a spreadsheet wrote it down: it is a number, as it would be in a workbook.
    private static RosterCell Cell(string cell) =>
        ShortMonth().IsMatch(cell) ? new RosterCell(CellKind.Number, cell.Trim()) : RosterCell.OfText(Bare(cell));

    // ="00123" and an apostrophe keep a spreadsheet from taking a number or a formula out of the text.
    private static string Bare(string cell) =>
        Wrapped().Match(cell) is { Success: true } wrapped ? wrapped.Groups["text"].Value
        : cell is ['\'', '=' or '+' or '-' or '@' or (>= '0' and <= '9'), ..] ? cell[1..]
        : cell;

    private static char PartingOf(string text)
    {
        // A title above the table has no commas: the row with most of them tells.
        var lines = text[..Math.Min(text.Length, 4000)].Split('\n');
        var (commas, semicolons, tabs) = (Most(','), Most(';'), Most('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';

        int Most(char sign) => lines.Max(line => line.AsSpan().Count(sign));
    }

    [GeneratedRegex(@"^\s*(?:19|20)[0-9]{2}\.1\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortMonth();

    [GeneratedRegex("^=\"(?<text>[^\"]*)\"$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wrapped();
}

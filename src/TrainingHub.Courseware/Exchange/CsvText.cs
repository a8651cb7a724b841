using System.Text;

namespace TrainingHub.Courseware.Exchange;

/// <summary>CSV (RFC 4180) with commas, semicolons or tabs.</summary>
public static class CsvText
{
    private const int MostColumns = 200;

    public static IReadOnlyList<TableRow> Read(string text)
    {
        var parting = PartingOf(text);
        List<TableRow> rows = [];
        List<string> cells = [];
        var cell = new StringBuilder();
        var (line, first, isQuoted) = (1, 1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            line += sign is '\n' ? 1 : 0;
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
            else if (sign == parting)
            {
                EndCell();
            }
            else if (sign is '\n')
            {
                EndRow();
                first = line;
            }
            else if (sign is not '\r')
            {
                cell.Append(sign);
            }
        }

        EndRow();
        if (isQuoted && rows is [.., var last])
        {
            // A quote that nobody closed has swallowed all that stands below it.
            rows[^1] = last with { Problems = [new ForeignProblem(ForeignFault.Malformed, "\"")] };
        }

        return rows;

        void EndCell()
        {
            if (cells.Count < MostColumns)
            {
                cells.Add(Bare(cell.ToString()));
            }

            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(word => word.Length > 0))
            {
                rows.Add(new TableRow("", first, [.. cells]));
            }

            cells.Clear();
        }
    }

    // An apostrophe keeps a spreadsheet from taking the text for a formula: ours are written so.
    private static string Bare(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n', ..] ? cell[1..] : cell;

    private static char PartingOf(string text)
    {
        var first = text.AsSpan(0, Math.Min(text.Length, 4000));
        var line = first.IndexOf('\n') is >= 0 and var end ? first[..end] : first;
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}

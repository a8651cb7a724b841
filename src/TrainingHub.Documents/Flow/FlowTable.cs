namespace TrainingHub.Documents;

/// <summary>Sets one table: columns by what stands in them, the head again on every sheet.</summary>
internal sealed class FlowTable(PageFlow flow, Typesetter typesetter, FlowBlock.Table table, double indent)
{
    private const double Leading = 1.5;
    private const double Padding = 1.6;
    private readonly double _size = flow.Format.TextSize * 0.92;

    private double Step => Units.Millimetres(_size) * Leading;

    private double Left => flow.Format.Side + indent;

    private double Width => flow.Format.Width - indent;

    public void Set()
    {
        var columns = Math.Max(table.Head.Count, table.Rows.Count == 0 ? 0 : table.Rows.Max(row => row.Count));
        if (columns == 0)
        {
            return;
        }

        var widths = Widths(columns);
        var head = table.Head.Count == 0 ? null : SetRow([.. table.Head.Select(cell => (IReadOnlyList<Span>)[.. cell.Select(span => span with { Weight = FontWeight.Bold })])], widths);
        var rows = table.Rows.Select(row => SetRow(row, widths)).ToList();
        var first = rows.Count == 0 ? 0 : HeightOf(rows[0]);
        flow.Need((head is null ? 0 : HeightOf(head)) + Math.Min(first, 40));
        Draw(head, widths, isHead: true);
        foreach (var row in rows)
        {
            DrawOverSheets(row, head, widths);
        }
    }

    private void DrawOverSheets(IReadOnlyList<Typesetter.SetLine>[] row, IReadOnlyList<Typesetter.SetLine>[]? head, double[] widths)
    {
        var rest = row;
        while (true)
        {
            var room = flow.Format.End - flow.Y;
            if (HeightOf(rest) <= room)
            {
                Draw(rest, widths, isHead: false);
                return;
            }

            var whole = flow.Format.End - flow.Format.Top - (head is null ? 0 : HeightOf(head));
            var lines = (int)((room - 2 * Padding) / Step);
            if (HeightOf(rest) > whole && lines >= 3)
            {
                // Alone higher than a sheet: as much as goes here, the rest on the next.
                Draw([.. rest.Select(cell => (IReadOnlyList<Typesetter.SetLine>)[.. cell.Take(lines)])], widths, isHead: false);
                rest = [.. rest.Select(cell => (IReadOnlyList<Typesetter.SetLine>)[.. cell.Skip(lines)])];
            }

            flow.NewSheet();
            Draw(head, widths, isHead: true);
        }
    }

    private void Draw(IReadOnlyList<Typesetter.SetLine>[]? row, double[] widths, bool isHead)
    {
        if (row is null)
        {
            return;
        }

        var (x, height) = (Left, HeightOf(row));
        foreach (var (column, cell) in row.Index())
        {
            var baseline = flow.Y + Padding + (Step + Units.Millimetres(_size) * 0.72) / 2;
            if (cell.Any(line => line.Spans.Count > 0))
            {
                flow.Sheet.Place(TextRole.Paragraph, _size, Colour.Ink, [.. cell.Select((line, i) => new TextLine(x + Padding, baseline + i * Step, line.Spans))]);
            }

            x += widths[column];
        }

        flow.Y += height;
        flow.Sheet.Line(Left, flow.Y, Left + Width, flow.Y, isHead ? 0.4 : 0.15, isHead ? Colour.Ink : Colour.Line);
    }

    private double HeightOf(IReadOnlyList<Typesetter.SetLine>[] row) => row.Max(cell => Math.Max(1, cell.Count)) * Step + 2 * Padding;

    private IReadOnlyList<Typesetter.SetLine>[] SetRow(IReadOnlyList<IReadOnlyList<Span>> row, double[] widths) =>
    [
        .. widths.Select((width, column) => column < row.Count ? typesetter.Flow(row[column], _size, width - 2 * Padding) : []),
    ];

    /// <summary>By the longest text of each column; the narrowest is about a quarter of the widest.</summary>
    private double[] Widths(int columns)
    {
        if (table.Shares.Count == columns)
        {
            var all = table.Shares.Sum();
            return [.. table.Shares.Select(share => Width * share / all)];
        }

        var longest = Enumerable.Range(0, columns).Select(column => table.Rows.Prepend(table.Head)
            .Where(row => column < row.Count)
            .Select(row => row[column].Sum(span => typesetter.Measure(span.Text, span.Weight)))
            .DefaultIfEmpty(0).Max()).ToList();
        // A long cell may wrap: the square root keeps it from eating up the short ones.
        var weights = longest.ConvertAll(length => Math.Sqrt(Math.Clamp(length, 4, 60)));
        var total = weights.Sum();
        return [.. weights.Select(weight => Width * weight / total)];
    }
}

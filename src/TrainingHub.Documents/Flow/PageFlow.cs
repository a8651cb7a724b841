using System.Diagnostics;

namespace TrainingHub.Documents;

/// <summary>
/// Sets blocks one after the other and begins another sheet where one is full. Headings stay with what follows, a paragraph leaves no
/// single line behind, rows of a table are not broken unless one alone is higher than a sheet.
/// </summary>
internal sealed class PageFlow(FlowFormat format, FontFiles fonts)
{
    private const double Leading = 1.65;
    private readonly Typesetter _typesetter = new(fonts);
    private readonly List<Sheet> _sheets = [];

    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>Where the next thing goes, from the top of the sheet.</summary>
    public double Y { get; set; }

    public Sheet Sheet => _sheets[^1];

    public FlowFormat Format => format;

    private double Em => Units.Millimetres(format.TextSize);

    public void NewSheet()
    {
        _sheets.Add(new Sheet(format.Size, fonts));
        Y = format.Top;
    }

    /// <summary>Goes to the next sheet unless so much is left on this one.</summary>
    public void Need(double height)
    {
        if (_sheets.Count == 0 || (Y + height > format.End && Y > format.Top))
        {
            NewSheet();
        }
    }

    public void Space(double height) => Y += height;

    public void Add(IEnumerable<FlowBlock> blocks, double indent = 0)
    {
        foreach (var block in blocks)
        {
            Add(block, indent);
        }
    }

    private void Add(FlowBlock block, double indent)
    {
        switch (block)
        {
            case FlowBlock.Heading heading:
                AddHeading(heading, indent);
                break;
            case FlowBlock.Paragraph paragraph:
                AddText(paragraph.Spans, format.TextSize, indent, Colour.Ink);
                Space(0.55 * Em);
                break;
            case FlowBlock.ListItem item:
                AddItem(item, indent);
                break;
            case FlowBlock.Table table:
                new FlowTable(this, _typesetter, table, indent).Set();
                Space(0.8 * Em);
                break;
            case FlowBlock.Photograph photograph:
                AddPhotograph(photograph, indent);
                break;
            case FlowBlock.Box box:
                AddBox(box, indent);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Sets a text over as many lines and sheets as it needs.</summary>
    public void AddText(IReadOnlyList<Span> spans, double size, double indent, Colour colour, TextRole role = TextRole.Paragraph)
    {
        var lines = _typesetter.Flow(spans, size, format.Width - indent);
        var step = Units.Millimetres(size) * Leading;
        for (var start = 0; start < lines.Count;)
        {
            Need(Math.Min(2, lines.Count - start) * step);
            var room = Math.Max(1, (int)((format.End - Y) / step + 1e-6));
            var count = Math.Min(room, lines.Count - start);
            if (count == lines.Count - start - 1 && count > 2)
            {
                count--;   // the last line takes another one along
            }

            Sheet.Place(role, size, colour, [.. Enumerable.Range(0, count).Select(i => new TextLine(format.Side + indent, Baseline(size, i, step), lines[start + i].Spans))]);
            Y += count * step;
            start += count;
        }
    }

    /// <summary>Where the first of the lines stands, below the present place.</summary>
    private double Baseline(double size, int line, double step) => Y + (step + Units.Millimetres(size) * 0.72) / 2 + line * step;

    private void AddHeading(FlowBlock.Heading heading, double indent)
    {
        var size = format.TextSize * (heading.Level <= 1 ? 1.75 : heading.Level == 2 ? 1.3 : 1.1);
        Need(Units.Millimetres(size) * Leading + 5 * Em);
        if (Y > format.Top)
        {
            Space(0.7 * Em);
        }

        AddText([new Span(heading.Text, FontWeight.Bold)], size, indent, heading.Level <= 1 ? Colour.DeepAccent : Colour.Ink, heading.Level <= 1 ? TextRole.Heading : TextRole.Subheading);
        Space(0.3 * Em);
    }

    private void AddItem(FlowBlock.ListItem item, double indent)
    {
        var hang = (item.Marker.Length > 2 ? 2.2 : 1.5) * Em;
        var left = indent + item.Depth * 1.6 * Em;
        // As much as its first lines need: no marker is left behind at the foot of a sheet.
        Need(Math.Min(2, _typesetter.Flow(item.Spans, format.TextSize, format.Width - left - hang).Count) * Em * Leading);
        Sheet.Place(TextRole.Paragraph, format.TextSize, Colour.SecondInk, [new TextLine(format.Side + left, Baseline(format.TextSize, 0, Em * Leading), [new Span(item.Marker)])]);
        AddText(item.Spans, format.TextSize, left + hang, Colour.Ink);
        Space(0.3 * Em);
    }

    private void AddPhotograph(FlowBlock.Photograph photograph, double indent)
    {
        const double millimetresPerPixel = 25.4 / 96;
        var (picture, highest) = (photograph.Picture, (format.End - format.Top) / 2);
        var width = Math.Min(format.Width - indent, picture.Width * millimetresPerPixel);
        var height = width * picture.Height / picture.Width;
        if (height > highest)
        {
            (width, height) = (highest * picture.Width / picture.Height, highest);
        }

        // The caption stays with it.
        Need(height + 2.2 * Em);
        Sheet.Photograph(format.Side + indent, Y, width, height, picture, photograph.Meaning);
        Space(height + 0.3 * Em);
        if (photograph.Caption.Length > 0)
        {
            AddText([new Span(photograph.Caption)], format.TextSize * 0.88, indent, Colour.SecondInk);
        }

        Space(0.7 * Em);
    }

    /// <summary>A rule at the left runs along the box on every sheet that it touches.</summary>
    private void AddBox(FlowBlock.Box box, double indent)
    {
        Need(4 * Em);
        var (sheet, top) = (_sheets.Count - 1, Y);
        AddText([new Span(box.Tag, FontWeight.Bold)], format.TextSize * 0.95, indent + 1.3 * Em, box.Colour);
        Add(box.Blocks, indent + 1.3 * Em);
        for (var i = sheet; i < _sheets.Count; i++)
        {
            var from = i == sheet ? top : format.Top;
            var until = i == _sheets.Count - 1 ? Y : format.End;
            if (until > from)
            {
                _sheets[i].Rectangle(format.Side + indent, from + 0.2 * Em, 1.1, until - from - 0.4 * Em, box.Colour);
            }
        }

        Space(0.6 * Em);
    }
}

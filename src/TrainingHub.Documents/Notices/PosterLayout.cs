using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Where things stand on a poster: a band with the title and the QR code, then the items as large as they fit on the fewest sheets.</summary>
internal sealed class PosterLayout(PosterSheet poster, FontFiles fonts)
{
    // Sizes are those of A4; A3 is larger by the square root of two.
    private readonly double _scale = poster.Size.Width / SheetSize.A4Portrait.Width;
    private double _bandEnd;

    private double Side => 16 * _scale;

    public IReadOnlyList<Sheet> Compose()
    {
        // A poster is read standing: rather another sheet than letters below 9 points, but no sheet for the last three lines.
        var smallest = poster.IsSingle ? 6.0 : 9.0;
        var fewest = Compose(smallest);
        for (var size = 17.0; size > smallest; size -= 0.5)
        {
            if (Compose(size) is var sheets && sheets.Count == fewest.Count)
            {
                return sheets;
            }
        }

        return fewest;
    }

    private List<Sheet> Compose(double size)
    {
        var flow = new PageFlow(new FlowFormat(poster.Size, Side, 18 * _scale, 20 * _scale, size * _scale), fonts);
        flow.NewSheet();
        DrawBand(flow.Sheet);
        flow.Y = _bandEnd + 6 * _scale;
        if (poster.Lead.Length > 0)
        {
            flow.AddText([new Span(poster.Lead)], size * _scale, 0, Colour.SecondInk);
            flow.Space(2 * _scale);
        }

        foreach (var item in poster.Items)
        {
            DrawItem(flow, item, size * _scale);
        }

        DrawAdvice(flow, size * _scale);
        foreach (var (index, sheet) in flow.Sheets.Index())
        {
            DrawFoot(sheet, index + 1, flow.Sheets.Count);
        }

        return [.. flow.Sheets];
    }

    private void DrawBand(Sheet sheet)
    {
        var code = 27 * _scale;
        var width = sheet.Size.Width - 2 * Side - code - 14 * _scale;
        var title = new TextStyle { Size = 27 * _scale, SmallestSize = 19 * _scale, MaximumLines = 3, Leading = 1.35, Colour = Colour.White, Role = TextRole.Heading };
        var fact = new TextStyle { Size = 10.5 * _scale, SmallestSize = 8.5 * _scale, MaximumLines = 2, Leading = 1.45, Colour = Colour.White };

        // The band has to be drawn before what stands on it: a trial says how high it is.
        var trial = DrawTitle(new Sheet(sheet.Size, fonts), width, title, fact);
        _bandEnd = Math.Max(trial + 7 * _scale, 56 * _scale);
        sheet.Rectangle(0, 0, sheet.Size.Width, _bandEnd, Colour.DeepAccent);
        DrawTitle(sheet, width, title, fact);
        var (x, y) = (sheet.Size.Width - Side - code - 4 * _scale, 11 * _scale);
        sheet.Rectangle(x, y, code + 8 * _scale, code + 14 * _scale, Colour.White);
        sheet.QrCode(x + 4 * _scale, y + 4 * _scale, code, Qr.Make(poster.Address.AbsoluteUri), $"{poster.Caption}：{poster.Address.AbsoluteUri}");
        var caption = new TextStyle { Size = 8.5 * _scale, SmallestSize = 6 * _scale, Alignment = Alignment.Centre, Colour = Colour.Ink };
        sheet.Text(x + _scale, y + code + 10.5 * _scale, code + 6 * _scale, caption, poster.Caption, FontWeight.Bold);
    }

    /// <summary>Returns where the last line stands.</summary>
    private double DrawTitle(Sheet sheet, double width, TextStyle title, TextStyle fact)
    {
        var kicker = new TextStyle { Size = 11 * _scale, Colour = Colour.AccentLine };
        sheet.Text(Side, 15 * _scale, width, kicker, poster.Kicker);
        var placed = sheet.Text(Side, 28 * _scale, width, title, poster.Title, FontWeight.Bold);
        var y = placed.LastBaseline + 4 * _scale;
        foreach (var line in poster.Facts)
        {
            y = sheet.Text(Side, y + 5 * _scale, width, fact, line).LastBaseline;
        }

        return y;
    }

    private void DrawItem(PageFlow flow, PosterItem item, double size)
    {
        var em = Units.Millimetres(size);
        flow.Need(4 * em);
        var isNumber = item.Label.Length <= 2;
        if (isNumber)
        {
            // A numeral beside the text, as large as two of its lines.
            flow.Sheet.Place(TextRole.Paragraph, size * 1.5, Colour.Danger, [new TextLine(Side, flow.Y + 1.75 * em, [new Span(item.Label, FontWeight.Bold)])]);
        }

        var indent = isNumber ? 2.6 * em : 0;
        var heading = isNumber ? item.Title : $"{item.Label}　{item.Title}".TrimEnd('　');
        if (heading.Length > 0)
        {
            flow.AddText([new Span(heading, FontWeight.Bold)], size, indent, Colour.DeepAccent, TextRole.Subheading);
        }

        foreach (var line in item.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            flow.AddText([new Span(line)], size, indent, Colour.Ink);
        }

        flow.Space(0.3 * em);
        flow.Sheet.Line(Side, flow.Y, flow.Format.Size.Width - Side, flow.Y, 0.15 * _scale, Colour.Line);
        flow.Space(0.4 * em);
    }

    private void DrawAdvice(PageFlow flow, double size)
    {
        if (poster.Advice.Count == 0)
        {
            return;
        }

        flow.Need(poster.Advice.Count * 2 * Units.Millimetres(size));
        flow.Space(2 * _scale);
        foreach (var (index, line) in poster.Advice.Index())
        {
            flow.AddText([new Span(line, index == 0 ? FontWeight.Bold : FontWeight.Regular)], size, 0, index == 0 ? Colour.Danger : Colour.Ink);
            flow.Space(_scale);
        }
    }

    private void DrawFoot(Sheet sheet, int number, int count)
    {
        var y = sheet.Size.Height - 13 * _scale;
        sheet.Line(Side, y, sheet.Size.Width - Side, y, 0.2 * _scale, Colour.Line);
        var style = new TextStyle { Size = 8.5 * _scale, SmallestSize = 6 * _scale, Colour = Colour.SecondInk };
        var width = sheet.Size.Width - 2 * Side;
        sheet.Text(Side, y + 5 * _scale, width * 0.8, style, poster.Note);
        if (count > 1)
        {
            sheet.Text(Side + width * 0.8, y + 5 * _scale, width * 0.2, style with { Alignment = Alignment.Right }, string.Create(CultureInfo.InvariantCulture, $"第{number}张，共{count}张"));
        }
    }
}

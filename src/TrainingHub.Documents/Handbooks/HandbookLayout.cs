using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Cover, contents and lessons on A4. Pages are counted from the first lesson on, so that the contents do not move their own numbers.</summary>
internal sealed class HandbookLayout(HandbookSheet handbook, FontFiles fonts)
{
    private const double Side = 24;
    private static readonly FlowFormat Format = new(SheetSize.A4Portrait, Side, 26, 24, 10.5);
    private readonly List<(string Title, int Page)> _chapters = [];

    public (IReadOnlyList<Sheet> Sheets, IReadOnlyList<Bookmark> Bookmarks) Compose()
    {
        var body = ComposeBody();
        var front = (List<Sheet>)[ComposeCover(), .. ComposeContents()];
        return ([.. front, .. body], [.. _chapters.Select(chapter => new Bookmark(chapter.Title, front.Count + chapter.Page - 1))]);
    }

    private IReadOnlyList<Sheet> ComposeBody()
    {
        var flow = new PageFlow(Format, fonts);
        foreach (var chapter in handbook.Chapters)
        {
            flow.NewSheet();
            _chapters.Add((chapter.Title, flow.Sheets.Count));
            flow.Add([new FlowBlock.Heading(1, chapter.Title), .. chapter.Blocks]);
        }

        foreach (var (index, sheet) in flow.Sheets.Index())
        {
            DrawEdges(sheet, index + 1);
        }

        return flow.Sheets;
    }

    private void DrawEdges(Sheet sheet, int number)
    {
        var small = new TextStyle { Size = 8.5, SmallestSize = 6, Colour = Colour.ThirdInk };
        sheet.Text(Side, 16, Format.Width, small, $"{handbook.Kicker}　{handbook.Title}");
        sheet.Line(Side, 18.5, sheet.Size.Width - Side, 18.5, 0.15, Colour.Line);
        sheet.Text(Side, sheet.Size.Height - 13, Format.Width, small with { Size = 9.5, Alignment = Alignment.Centre, Colour = Colour.SecondInk }, number.ToString(CultureInfo.InvariantCulture));
    }

    private Sheet ComposeCover()
    {
        var sheet = new Sheet(Format.Size, fonts);
        sheet.Rectangle(0, 0, sheet.Size.Width, 118, Colour.DeepAccent);
        sheet.Text(Side, 46, Format.Width, new TextStyle { Size = 16, Colour = Colour.AccentLine }, handbook.Kicker);
        var title = new TextStyle { Size = 34, SmallestSize = 24, MaximumLines = 3, Leading = 1.35, Colour = Colour.White, Role = TextRole.Heading };
        sheet.Text(Side, 66, Format.Width, title, handbook.Title, FontWeight.Bold);
        sheet.Text(Side, 138, Format.Width, new TextStyle { Size = 12, SmallestSize = 10, MaximumLines = 12, Leading = 1.75, Colour = Colour.SecondInk }, handbook.Summary);
        var y = sheet.Size.Height - 30 - handbook.Facts.Count * 7;
        foreach (var line in handbook.Facts)
        {
            var placed = sheet.Text(Side, y, Format.Width, new TextStyle { Size = 10.5, SmallestSize = 8, MaximumLines = 3 }, line);
            y = placed.LastBaseline + 7;
        }

        return sheet;
    }

    private IReadOnlyList<Sheet> ComposeContents()
    {
        const double numberWidth = 14;
        const double size = 11.5;
        var flow = new PageFlow(Format, fonts);
        flow.NewSheet();
        flow.Add([new FlowBlock.Heading(1, "目录")]);
        flow.Space(4);
        foreach (var (title, page) in _chapters)
        {
            flow.Need(16);
            var style = new TextStyle { Size = size, MaximumLines = 3, Leading = 1.5 };
            var placed = flow.Sheet.Text(Side, flow.Y + 5, Format.Width - numberWidth - 4, style, title);
            var number = page.ToString(CultureInfo.InvariantCulture);
            flow.Sheet.Text(Side + Format.Width - numberWidth, placed.LastBaseline, numberWidth, new TextStyle { Size = size, Alignment = Alignment.Right }, number);
            var from = Side + (placed.Lines == 1 ? placed.Width + 2 : Format.Width - numberWidth - 4);
            if (from < Side + Format.Width - numberWidth)
            {
                flow.Sheet.Line(from, placed.LastBaseline - 0.8, Side + Format.Width - 7, placed.LastBaseline - 0.8, 0.15, Colour.Line);
            }

            flow.Y = placed.LastBaseline + 5;
        }

        return flow.Sheets;
    }
}

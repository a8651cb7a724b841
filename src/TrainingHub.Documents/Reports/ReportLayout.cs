using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Title, facts and tables on A4, with the number of each page and of all.</summary>
internal sealed class ReportLayout(ReportSheet report, FontFiles fonts)
{
    private const double Side = 20;
    private const double SealTop = 122;
    private const double SealHeight = 45;
    private static readonly FlowFormat Format = new(SheetSize.A4Portrait, Side, 22, 22, 10);

    public IReadOnlyList<Sheet> Compose()
    {
        var flow = new PageFlow(Format, fonts);
        flow.NewSheet();
        flow.Add([new FlowBlock.Heading(1, report.Title), .. report.Facts.Select(fact => new FlowBlock.Paragraph([new Span(fact)])), .. report.Blocks]);
        foreach (var (index, sheet) in flow.Sheets.Index())
        {
            var style = new TextStyle { Size = 9, Alignment = Alignment.Centre, Colour = Colour.SecondInk };
            sheet.Text(Side, sheet.Size.Height - 12, Format.Width, style, string.Create(CultureInfo.InvariantCulture, $"{index + 1} / {flow.Sheets.Count}"));
            if (report.SeamSeal.Length > 0)
            {
                MarkSeam(sheet);
            }
        }

        return flow.Sheets;
    }

    /// <summary>Two short rules at the outer edge with the words between them: the pages are fanned out and the seal is put over their edges.</summary>
    private void MarkSeam(Sheet sheet)
    {
        var (edge, from) = (sheet.Size.Width, sheet.Size.Width - Side + 4);
        sheet.Line(from, SealTop, edge, SealTop, 0.15, Colour.Line);
        sheet.Line(from, SealTop + SealHeight, edge, SealTop + SealHeight, 0.15, Colour.Line);
        var style = new TextStyle { Size = 8, Alignment = Alignment.Centre, Colour = Colour.SecondInk };
        foreach (var (place, character) in report.SeamSeal.Index())
        {
            sheet.Text(from, SealTop + 8 + place * 5, edge - from - 2, style, character.ToString());
        }
    }
}

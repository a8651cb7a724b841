using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Title, facts and tables on A4, with the number of each page and of all.</summary>
internal sealed class ReportLayout(ReportSheet report, FontFiles fonts)
{
    private const double Side = 20;
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
        }

        return flow.Sheets;
    }
}

using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Where things stand on a checklist: A4, one row for each clause, boxes to tick, lines to sign.</summary>
internal sealed class ChecklistLayout(ChecklistSheet checklist, FontFiles fonts)
{
    private const double Side = 18;
    private static readonly FlowFormat Format = new(SheetSize.A4Portrait, Side, 18, 20, 10);

    public IReadOnlyList<Sheet> Compose()
    {
        var flow = new PageFlow(Format, fonts);
        flow.NewSheet();
        DrawHead(flow);
        flow.Add([TableOf()]);
        DrawSignatures(flow);
        foreach (var (index, sheet) in flow.Sheets.Index())
        {
            DrawFoot(sheet, index + 1, flow.Sheets.Count);
        }

        return flow.Sheets;
    }

    private void DrawHead(PageFlow flow)
    {
        const double code = 22;
        var sheet = flow.Sheet;
        var width = Format.Width - code - 10;
        var title = new TextStyle { Size = 19, SmallestSize = 14, MaximumLines = 3, Leading = 1.35, Colour = Colour.DeepAccent, Role = TextRole.Heading };
        var placed = sheet.Text(Side, 24, width, title, checklist.Title, FontWeight.Bold);
        var y = placed.LastBaseline + 2;
        var fact = new TextStyle { Size = 9.5, SmallestSize = 8, MaximumLines = 2, Colour = Colour.SecondInk };
        foreach (var line in checklist.Facts)
        {
            y = sheet.Text(Side, y + 5, width, fact, line).LastBaseline;
        }

        var x = Format.Size.Width - Side - code;
        sheet.QrCode(x, 17, code, Qr.Make(checklist.Address.AbsoluteUri), $"{checklist.Caption}：{checklist.Address.AbsoluteUri}");
        sheet.Text(x - 4, 17 + code + 5.5, code + 8, new TextStyle { Size = 8, SmallestSize = 6, Alignment = Alignment.Centre, Colour = Colour.SecondInk }, checklist.Caption);
        var line2 = Math.Max(y + 12, 55);
        var label = new TextStyle { Size = 10 };
        foreach (var (index, word) in new[] { "单位：", "检查人：", "日期：" }.Index())
        {
            var left = Side + index * 60;
            sheet.Text(left, line2, 16, label, word);
            sheet.Line(left + 15, line2 + 1, left + 52, line2 + 1, 0.2, Colour.Ink);
        }

        flow.Y = line2 + 6;
    }

    private FlowBlock.Table TableOf() => new(
        [[new Span("条款")], [new Span("检查内容")], [new Span("结果")], [new Span("问题和整改")]],
        [
            .. checklist.Items.Select(IReadOnlyList<IReadOnlyList<Span>> (item) =>
            [
                [new Span(item.Label, FontWeight.Bold)],
                [new Span(item.Title.Length > 0 ? $"{item.Title}：" : "", FontWeight.Bold), new Span(item.Text.ReplaceLineEndings(" "))],
                [new Span("□符合 ", KeepTogether: true), new Span("□不符合 ", KeepTogether: true), new Span("□不适用", KeepTogether: true)],
                [],
            ]),
        ])
    {
        Shares = [23, 47, 13, 17],
    };

    private static void DrawSignatures(PageFlow flow)
    {
        flow.Need(24);
        flow.Space(10);
        var label = new TextStyle { Size = 10 };
        foreach (var (index, word) in new[] { "检查人签名：", "单位负责人签名：" }.Index())
        {
            var left = Side + index * 87;
            flow.Sheet.Text(left, flow.Y, 30, label, word);
            flow.Sheet.Line(left + 30, flow.Y + 1, left + 80, flow.Y + 1, 0.2, Colour.Ink);
        }
    }

    private void DrawFoot(Sheet sheet, int number, int count)
    {
        var y = sheet.Size.Height - 13;
        sheet.Line(Side, y, sheet.Size.Width - Side, y, 0.2, Colour.Line);
        var style = new TextStyle { Size = 8.5, SmallestSize = 6, Colour = Colour.SecondInk };
        sheet.Text(Side, y + 5, Format.Width * 0.8, style, checklist.Note);
        sheet.Text(Side + Format.Width * 0.8, y + 5, Format.Width * 0.2, style with { Alignment = Alignment.Right }, string.Create(CultureInfo.InvariantCulture, $"第{number}页，共{count}页"));
    }
}

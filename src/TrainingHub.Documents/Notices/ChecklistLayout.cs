using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Where things stand on a checklist: one row for each clause, boxes to tick, lines to sign.</summary>
internal sealed class ChecklistLayout(ChecklistSheet checklist, FontFiles fonts)
{
    // Sizes are those of A4; A3 is larger by the square root of two.
    private readonly double _scale = checklist.Size.Width / SheetSize.A4Portrait.Width;

    private double Side => 18 * _scale;

    private FlowFormat Format => new(checklist.Size, Side, 18 * _scale, 20 * _scale, 10 * _scale);

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
        var code = 22 * _scale;
        var sheet = flow.Sheet;
        var width = Format.Width - code - 10 * _scale;
        var title = new TextStyle { Size = 19 * _scale, SmallestSize = 14 * _scale, MaximumLines = 3, Leading = 1.35, Colour = Colour.DeepAccent, Role = TextRole.Heading };
        var placed = sheet.Text(Side, 24 * _scale, width, title, checklist.Title, FontWeight.Bold);
        var y = placed.LastBaseline + 2 * _scale;
        var fact = new TextStyle { Size = 9.5 * _scale, SmallestSize = 8 * _scale, MaximumLines = 2, Colour = Colour.SecondInk };
        foreach (var line in checklist.Facts)
        {
            y = sheet.Text(Side, y + 5 * _scale, width, fact, line).LastBaseline;
        }

        var x = Format.Size.Width - Side - code;
        sheet.QrCode(x, 17 * _scale, code, Qr.Make(checklist.Address.AbsoluteUri), $"{checklist.Caption}：{checklist.Address.AbsoluteUri}");
        sheet.Text(x - 4 * _scale, 17 * _scale + code + 5.5 * _scale, code + 8 * _scale, new TextStyle { Size = 8 * _scale, SmallestSize = 6 * _scale, Alignment = Alignment.Centre, Colour = Colour.SecondInk }, checklist.Caption);
        var line2 = Math.Max(y + 12 * _scale, 55 * _scale);
        var label = new TextStyle { Size = 10 * _scale };
        foreach (var (index, word) in new[] { "单位：", "检查人：", "日期：" }.Index())
        {
            var left = Side + index * 60 * _scale;
            sheet.Text(left, line2, 16 * _scale, label, word);
            sheet.Line(left + 15 * _scale, line2 + _scale, left + 52 * _scale, line2 + _scale, 0.2, Colour.Ink);
        }

        flow.Y = line2 + 6 * _scale;
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

    private void DrawSignatures(PageFlow flow)
    {
        flow.Need(24 * _scale);
        flow.Space(10 * _scale);
        var label = new TextStyle { Size = 10 * _scale };
        foreach (var (index, word) in new[] { "检查人签名：", "单位负责人签名：" }.Index())
        {
            var left = Side + index * 87 * _scale;
            flow.Sheet.Text(left, flow.Y, 30 * _scale, label, word);
            flow.Sheet.Line(left + 30 * _scale, flow.Y + _scale, left + 80 * _scale, flow.Y + _scale, 0.2, Colour.Ink);
        }
    }

    private void DrawFoot(Sheet sheet, int number, int count)
    {
        var y = sheet.Size.Height - 13 * _scale;
        sheet.Line(Side, y, sheet.Size.Width - Side, y, 0.2, Colour.Line);
        var style = new TextStyle { Size = 8.5 * _scale, SmallestSize = 6 * _scale, Colour = Colour.SecondInk };
        sheet.Text(Side, y + 5 * _scale, Format.Width * 0.8, style, checklist.Note);
        sheet.Text(Side + Format.Width * 0.8, y + 5 * _scale, Format.Width * 0.2, style with { Alignment = Alignment.Right }, string.Create(CultureInfo.InvariantCulture, $"第{number}页，共{count}页"));
    }
}

using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>Where things stand on a certificate: A4 landscape, lengths in millimetres.</summary>
internal sealed class CertificateLayout(CertificateSheet certificate, FontFiles fonts)
{
    private const double Margin = 34;
    private const double FootTop = 138;
    private readonly Sheet _sheet = new(SheetSize.A4Landscape, fonts);

    private double Middle => _sheet.Size.Width / 2;

    private double TextWidth => _sheet.Size.Width - 2 * Margin;

    public Sheet Compose()
    {
        DrawFrame();
        DrawTitle();
        DrawBody();
        DrawFacts();
        DrawSealArea();
        DrawDisclaimer();
        return _sheet;
    }

    private void DrawFrame()
    {
        Border(inset: 10, thickness: 1.1, Colour.Accent);
        Border(inset: 12.6, thickness: 0.25, Colour.Accent);
    }

    private void Border(double inset, double thickness, Colour colour) =>
        _sheet.Frame(inset, inset, _sheet.Size.Width - 2 * inset, _sheet.Size.Height - 2 * inset, thickness, colour);

    private void DrawTitle()
    {
        const double ruleWidth = 26;
        var style = new TextStyle
        {
            Size = 38,
            SmallestSize = 26,
            Alignment = Alignment.Centre,
            Colour = Colour.DeepAccent,
            Role = TextRole.Heading,
        };
        _sheet.Text(Margin, 47, TextWidth, style, certificate.Title, FontWeight.Bold);
        _sheet.Rectangle(Middle - ruleWidth / 2, 55.5, ruleWidth, 0.9, Colour.Accent);
    }

    /// <summary>The salutation on its own line, then the sentence, both larger when there is little to say.</summary>
    private void DrawBody()
    {
        var salutation = new TextStyle { Size = 20, SmallestSize = 17, MaximumLines = 2, Leading = 1.5 };
        var placed = _sheet.Text(
            Margin,
            76,
            TextWidth,
            salutation,
            [
                new Span(certificate.Name, FontWeight.Bold, KeepTogether: true),
                // Who held no post on that day is greeted by name alone.
                new Span(certificate.Unit.Length + certificate.Position.Length == 0 ? "：" : $"，{certificate.Unit}{certificate.Position}："),
            ]);
        var size = Math.Min(18, placed.Size);   // the sentence never shouts louder than the name
        var sentence = new TextStyle { Size = size, SmallestSize = 15, MaximumLines = 3, Leading = 1.75, FirstLineIndent = 2 };
        _sheet.Text(Margin, placed.LastBaseline + 14, TextWidth, sentence, Sentence());
    }

    private List<Span> Sentence() => certificate.Award is { } award ?
    [
        new Span("在"),
        new Span(Day(certificate.CompletedOn), KeepTogether: true),
        new Span("结束的"),
        new Span($"“{certificate.Programme}”", FontWeight.Bold),
        new Span("中获得"),
        new Span($"{award}，", FontWeight.Bold, KeepTogether: true),
        new Span("特发此证明。", KeepTogether: true),
    ] :
    [
        new Span("于"),
        new Span(Day(certificate.CompletedOn), KeepTogether: true),
        new Span("完成"),
        new Span($"“{certificate.Programme}”", FontWeight.Bold),
        new Span("培训，", KeepTogether: true),
        new Span(certificate.HoursText.Length > 0 ? $"共{certificate.HoursText}，" : "", KeepTogether: true),
        new Span(certificate.ScoreText is null ? "" : "考核合格，", KeepTogether: true),
        new Span("特发此证明。", KeepTogether: true),
    ];

    private void DrawFacts()
    {
        const double codeSide = 25;
        const double lineHeight = 7;
        const double width = 92;
        _sheet.QrCode(Margin, FootTop, codeSide, Qr.Make(certificate.VerifyAddress.AbsoluteUri), $"扫码查验：{certificate.VerifyAddress.AbsoluteUri}");
        var caption = new TextStyle { Size = 9.5, Alignment = Alignment.Centre, Colour = Colour.SecondInk };
        _sheet.Text(Margin, FootTop + codeSide + 6.5, codeSide, caption, "扫码查验");

        var x = Margin + codeSide + 8;
        var facts = Facts().ToList();
        var style = new TextStyle { Size = 11, SmallestSize = 8, Colour = Colour.Ink };
        var y = FootTop + 4;
        foreach (var (label, value) in facts)
        {
            _sheet.Text(x, y, width, style, [new Span($"{label}：{value}")]);
            y += lineHeight;
        }

        var address = style with { Size = 9.5, SmallestSize = 8, MaximumLines = 2, Colour = Colour.SecondInk };
        _sheet.Text(x, y, width, address, $"查验网址：{certificate.VerifyAddress.AbsoluteUri}");
    }

    private IEnumerable<(string Label, string Value)> Facts()
    {
        yield return ("编号", certificate.Serial);
        if (certificate.ScoreText is { } score)
        {
            yield return (certificate.Award is null ? "考核成绩" : "成绩", score);
        }

        if (certificate.ValidUntil is { } until)
        {
            yield return ("有效期至", Day(until));
        }
    }

    private void DrawSealArea()
    {
        const double width = 84;
        var x = _sheet.Size.Width - Margin - width;
        var issuer = new TextStyle { Size = 15, SmallestSize = 12, MaximumLines = 2, Alignment = Alignment.Centre };
        var placed = _sheet.Text(x, FootTop + 8, width, issuer, certificate.Issuer, FontWeight.Bold);
        var day = new TextStyle { Size = 14, Alignment = Alignment.Centre };
        _sheet.Text(x, placed.LastBaseline + 9, width, day, Day(certificate.IssuedOn));
        var note = new TextStyle { Size = 10.5, Alignment = Alignment.Centre, Colour = Colour.ThirdInk };
        _sheet.Text(x, placed.LastBaseline + 17, width, note, "（加盖公章处）");
    }

    private void DrawDisclaimer()
    {
        _sheet.Line(Margin, 178, _sheet.Size.Width - Margin, 178, 0.2, Colour.Line);
        var style = new TextStyle { Size = 10, SmallestSize = 8, Alignment = Alignment.Centre, Colour = Colour.SecondInk };
        _sheet.Text(Margin, 185.5, TextWidth, style, certificate.Disclaimer);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);
}

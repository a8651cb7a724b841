using System.Diagnostics;
using System.Globalization;
using System.Text;
using static TrainingHub.Documents.PdfFile;

namespace TrainingHub.Documents;

/// <summary>Writes what is drawn on one page. PDF counts from the lower left corner in points.</summary>
internal sealed class PdfContent(SheetSize size, Dictionary<FontWeight, PdfFont> fonts, Dictionary<Picture, string> pictures, PdfStructure structure)
{
    private readonly StringBuilder _content = new(8 * 1024);

    public string Draw(IReadOnlyList<Drawing> drawings)
    {
        foreach (var drawing in drawings)
        {
            Draw(drawing);
        }

        return _content.ToString();
    }

    private void Draw(Drawing drawing)
    {
        switch (drawing)
        {
            case Drawing.Text text:
                var kind = KindOf(text.Role);
                Begin(structure.Add(kind), kind);
                DrawText(text);
                break;
            case Drawing.QrCode code:
                Begin(structure.Add("Figure", code.Meaning), "Figure");
                DrawQrCode(code);
                break;
            case Drawing.Photograph photograph:
                Begin(structure.Add("Figure", photograph.Meaning), "Figure");
                DrawPhotograph(photograph);
                break;
            case Drawing.Line line:
                BeginDecoration();
                _content.Append(CultureInfo.InvariantCulture, $"{Stroke(line.Colour, line.Thickness)}{X(line.FromX)} {Y(line.FromY)} m {X(line.ToX)} {Y(line.ToY)} l S\n");
                break;
            case Drawing.FilledRectangle box:
                BeginDecoration();
                _content.Append(CultureInfo.InvariantCulture, $"{Fill(box.Colour)}{Box(box.X, box.Y, box.Width, box.Height)} f\n");
                break;
            case Drawing.Frame frame:
                BeginDecoration();
                _content.Append(CultureInfo.InvariantCulture, $"{Stroke(frame.Colour, frame.Thickness)}{Box(frame.X, frame.Y, frame.Width, frame.Height)} S\n");
                break;
            default:
                throw new UnreachableException();
        }

        _content.Append("EMC\n");
    }

    private static string KindOf(TextRole role) => role switch
    {
        TextRole.Paragraph => "P",
        TextRole.Heading => "H1",
        TextRole.Subheading => "H2",
        _ => throw new UnreachableException(),
    };

    private void Begin(int mark, string kind) => _content.Append(CultureInfo.InvariantCulture, $"/{kind} <</MCID {mark}>> BDC\n");

    private void BeginDecoration() => _content.Append("/Artifact BMC\n");

    /// <summary>One text object per line, whatever weights it mixes: extraction then neither splits nor reorders it.</summary>
    private void DrawText(Drawing.Text text)
    {
        _content.Append(Fill(text.Colour));
        foreach (var line in text.Lines)
        {
            _content.Append(CultureInfo.InvariantCulture, $"BT {X(line.X)} {Y(line.Y)} Td");
            foreach (var span in line.Spans)
            {
                var font = fonts[span.Weight];
                _content.Append(CultureInfo.InvariantCulture, $" /{font.Resource} {Number(text.Size)} Tf <");
                font.Encode(span.Text, _content);
                _content.Append("> Tj");
            }

            _content.Append(" ET\n");
        }
    }

    /// <summary>All modules are one path in module units, so that viewers leave no hairlines between them.</summary>
    private void DrawQrCode(Drawing.QrCode code)
    {
        var module = (Units.Points(code.Side) / code.Matrix.Size).ToString("0.#####", CultureInfo.InvariantCulture);
        _content.Append(CultureInfo.InvariantCulture, $"q {Fill(code.Colour)}{module} 0 0 -{module} {X(code.X)} {Y(code.Y)} cm\n");
        foreach (var (row, column, length) in code.Matrix.DarkRuns())
        {
            _content.Append(CultureInfo.InvariantCulture, $"{column} {row} {length} 1 re\n");
        }

        _content.Append("f Q\n");
    }

    /// <summary>A picture fills the unit square; the matrix turns it upright and stretches it.</summary>
    private void DrawPhotograph(Drawing.Photograph photograph)
    {
        var (left, bottom) = (X(photograph.X), Y(photograph.Y + photograph.Height));
        var (right, top) = (X(photograph.X + photograph.Width), Y(photograph.Y));
        var (width, height) = (X(photograph.Width), X(photograph.Height));
        var matrix = photograph.Picture.Turn switch
        {
            90 => $"0 -{height} {width} 0 {left} {top}",
            180 => $"-{width} 0 0 -{height} {right} {top}",
            270 => $"0 {height} -{width} 0 {right} {bottom}",
            _ => $"{width} 0 0 {height} {left} {bottom}",
        };
        _content.Append(CultureInfo.InvariantCulture, $"q {matrix} cm /{pictures[photograph.Picture]} Do Q\n");
    }

    private static string X(double millimetres) => Number(Units.Points(millimetres));

    private string Y(double millimetres) => Number(Units.Points(size.Height - millimetres));

    private string Box(double x, double y, double width, double height) =>
        $"{X(x)} {Y(y + height)} {X(width)} {X(height)} re";

    private static string Fill(Colour colour) => $"{Rgb(colour)} rg ";

    private static string Stroke(Colour colour, double thickness) => $"{Rgb(colour)} RG {Number(Units.Points(thickness))} w ";

    private static string Rgb(Colour colour) =>
        $"{Number(colour.Red / 255.0)} {Number(colour.Green / 255.0)} {Number(colour.Blue / 255.0)}";
}

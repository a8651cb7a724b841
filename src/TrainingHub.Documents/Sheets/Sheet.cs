namespace TrainingHub.Documents;

/// <summary>
/// One page: a size and what is drawn on it, in reading order. The same sheet becomes a page of a PDF or a picture.
/// All lengths in millimetres from the top left corner; text stands on its baseline.
/// </summary>
public sealed class Sheet(SheetSize size, FontFiles fonts)
{
    private readonly List<Drawing> _drawings = [];

    public SheetSize Size => size;

    public FontFiles Fonts => fonts;

    public IReadOnlyList<Drawing> Drawings => _drawings;

    public PlacedText Text(double x, double baseline, double width, TextStyle style, string text, FontWeight weight = FontWeight.Regular) =>
        Text(x, baseline, width, style, [new Span(text, weight)]);

    /// <summary>Sets a text into a column that begins at <paramref name="x"/>; says what came of it.</summary>
    /// <exception cref="ArgumentException">A character that the fonts lack: ask <see cref="FontFiles.Missing"/> first.</exception>
    public PlacedText Text(double x, double baseline, double width, TextStyle style, IReadOnlyList<Span> spans)
    {
        RefuseMissingCharacters(spans);
        var fitted = new Typesetter(fonts).Fit(spans, style, width);
        var lines = new List<TextLine>(fitted.Lines.Count);
        var leading = Units.Millimetres(fitted.Size * style.Leading);
        foreach (var line in fitted.Lines)
        {
            var indent = lines.Count == 0 ? style.FirstLineIndent * Units.Millimetres(fitted.Size) : 0;
            var free = width - indent - line.Width;
            var left = style.Alignment switch
            {
                Alignment.Left => 0,
                Alignment.Centre => free / 2,
                _ => free,
            };
            lines.Add(new TextLine(x + indent + left, baseline + lines.Count * leading, line.Spans));
        }

        _drawings.Add(new Drawing.Text(style.Role, fitted.Size, style.Colour, lines));
        return new PlacedText(fitted.Size, lines.Count, lines[^1].Y, fitted.Lines.Max(line => line.Width));
    }

    /// <summary>Adds lines that were broken and placed already, all of one size.</summary>
    internal void Place(TextRole role, double size, Colour colour, IReadOnlyList<TextLine> lines) =>
        _drawings.Add(new Drawing.Text(role, size, colour, lines));

    public void Line(double fromX, double fromY, double toX, double toY, double thickness, Colour colour) =>
        _drawings.Add(new Drawing.Line(fromX, fromY, toX, toY, thickness, colour));

    public void Rectangle(double x, double y, double width, double height, Colour colour) =>
        _drawings.Add(new Drawing.FilledRectangle(x, y, width, height, colour));

    public void Frame(double x, double y, double width, double height, double thickness, Colour colour) =>
        _drawings.Add(new Drawing.Frame(x, y, width, height, thickness, colour));

    public void QrCode(double x, double y, double side, QrMatrix matrix, string meaning) =>
        _drawings.Add(new Drawing.QrCode(x, y, side, matrix, Colour.Ink, meaning));

    public void Photograph(double x, double y, double width, double height, Picture picture, string meaning) =>
        _drawings.Add(new Drawing.Photograph(x, y, width, height, picture, meaning));

    private void RefuseMissingCharacters(IReadOnlyList<Span> spans)
    {
        foreach (var span in spans)
        {
            if (fonts.Missing(span.Text) is { Count: > 0 } missing)
            {
                throw new ArgumentException($"The fonts cannot draw {string.Join(' ', missing)}.", nameof(spans));
            }
        }
    }
}

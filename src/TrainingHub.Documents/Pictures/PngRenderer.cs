using System.Diagnostics;

namespace TrainingHub.Documents;

/// <summary>Paints a sheet as a PNG picture.</summary>
public sealed class PngRenderer
{
    private readonly Sheet _sheet;
    private readonly double _scale;
    private readonly PixelCanvas _canvas;
    private readonly GlyphPainter _painter;

    private PngRenderer(Sheet sheet, int width)
    {
        _sheet = sheet;
        _scale = width / sheet.Size.Width;
        _canvas = new PixelCanvas(width, (int)Math.Round(sheet.Size.Height * _scale));
        _painter = new GlyphPainter(_canvas);
    }

    /// <param name="width">In pixels; the height follows from the sheet.</param>
    public static byte[] Render(Sheet sheet, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var renderer = new PngRenderer(sheet, width);
        foreach (var drawing in sheet.Drawings)
        {
            renderer.Paint(drawing);
        }

        var canvas = renderer._canvas;
        return PngFile.Write(canvas.Width, canvas.Height, canvas.Pixels, renderer._scale);
    }

    private void Paint(Drawing drawing)
    {
        switch (drawing)
        {
            case Drawing.Text text:
                PaintText(text);
                break;
            case Drawing.QrCode code:
                PaintQrCode(code);
                break;
            case Drawing.Photograph:
                throw new NotSupportedException("Photographs are printed to PDF only.");
            case Drawing.Line line:
                PaintLine(line);
                break;
            case Drawing.FilledRectangle box:
                PaintBox(box.X, box.Y, box.X + box.Width, box.Y + box.Height, box.Colour);
                break;
            case Drawing.Frame frame:
                PaintFrame(frame);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void PaintText(Drawing.Text text)
    {
        var em = Units.Millimetres(text.Size) * _scale;
        foreach (var line in text.Lines)
        {
            var x = line.X * _scale;
            foreach (var span in line.Spans)
            {
                var font = _sheet.Fonts[span.Weight];
                foreach (var rune in span.Text.EnumerateRunes())
                {
                    var glyph = font.GlyphOf(rune.Value);
                    _painter.Paint(font, glyph, x, line.Y * _scale, em, text.Colour);
                    x += font.AdvanceOf(glyph) * em / font.UnitsPerEm;
                }
            }
        }
    }

    /// <summary>Modules are whole pixels, the code centred in its place: cameras read even edges best.</summary>
    private void PaintQrCode(Drawing.QrCode code)
    {
        var side = code.Side * _scale;
        var module = Math.Max((int)(side / code.Matrix.Size), 1);
        var margin = (side - module * code.Matrix.Size) / 2;
        var left = (int)Math.Round(code.X * _scale + margin);
        var top = (int)Math.Round(code.Y * _scale + margin);
        foreach (var (row, column, length) in code.Matrix.DarkRuns())
        {
            _canvas.Fill(left + column * module, top + row * module, length * module, module, code.Colour);
        }
    }

    private void PaintFrame(Drawing.Frame frame)
    {
        var half = frame.Thickness / 2;
        var (left, top, right, bottom) = (frame.X, frame.Y, frame.X + frame.Width, frame.Y + frame.Height);
        PaintBox(left - half, top - half, right + half, top + half, frame.Colour);
        PaintBox(left - half, bottom - half, right + half, bottom + half, frame.Colour);
        PaintBox(left - half, top - half, left + half, bottom + half, frame.Colour);
        PaintBox(right - half, top - half, right + half, bottom + half, frame.Colour);
    }

    private void PaintBox(double left, double top, double right, double bottom, Colour colour)
    {
        var x = (int)Math.Round(left * _scale);
        var y = (int)Math.Round(top * _scale);
        var width = Math.Max((int)Math.Round((right - left) * _scale), 1);
        var height = Math.Max((int)Math.Round((bottom - top) * _scale), 1);
        _canvas.Fill(x, y, width, height, colour);
    }

    private void PaintLine(Drawing.Line line)
    {
        var half = line.Thickness / 2;
        if (line.FromX == line.ToX || line.FromY == line.ToY)
        {
            var (across, along) = line.FromY == line.ToY ? (0.0, half) : (half, 0.0);
            PaintBox(
                Math.Min(line.FromX, line.ToX) - across,
                Math.Min(line.FromY, line.ToY) - along,
                Math.Max(line.FromX, line.ToX) + across,
                Math.Max(line.FromY, line.ToY) + along,
                line.Colour);
            return;
        }

        var (dx, dy) = (line.ToX - line.FromX, line.ToY - line.FromY);
        var length = Math.Sqrt(dx * dx + dy * dy);
        var (sideX, sideY) = (-dy / length * half, dx / length * half);
        _painter.Fill(
            [[
                ((line.FromX + sideX) * _scale, (line.FromY + sideY) * _scale),
                ((line.ToX + sideX) * _scale, (line.ToY + sideY) * _scale),
                ((line.ToX - sideX) * _scale, (line.ToY - sideY) * _scale),
                ((line.FromX - sideX) * _scale, (line.FromY - sideY) * _scale),
            ]],
            line.Colour);
    }
}

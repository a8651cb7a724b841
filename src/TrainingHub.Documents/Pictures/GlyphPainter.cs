namespace TrainingHub.Documents;

/// <summary>Paints outlines of a font on a picture.</summary>
internal sealed class GlyphPainter(PixelCanvas canvas)
{
    private readonly CoverageMask _mask = new();

    /// <param name="x">Left end of the glyph on the baseline, in pixels.</param>
    /// <param name="em">Pixels per em.</param>
    public void Paint(TrueTypeFont font, int glyph, double x, double baseline, double em, Colour colour)
    {
        var contours = GlyphOutline.Read(font, glyph);
        if (contours.Count == 0)
        {
            return;
        }

        var scale = em / font.UnitsPerEm;
        var polygons = contours.ConvertAll(contour => Flatten(contour, x, baseline, scale));
        Fill(polygons, colour);
    }

    public void Fill(IReadOnlyList<List<(double X, double Y)>> polygons, Colour colour)
    {
        var points = polygons.SelectMany(polygon => polygon).ToList();
        var left = (int)Math.Floor(points.Min(p => p.X));
        var top = (int)Math.Floor(points.Min(p => p.Y));
        _mask.Reset((int)Math.Ceiling(points.Max(p => p.X)) - left + 1, (int)Math.Ceiling(points.Max(p => p.Y)) - top + 1);
        foreach (var polygon in polygons)
        {
            var from = polygon[^1];
            foreach (var to in polygon)
            {
                _mask.AddEdge(from.X - left, from.Y - top, to.X - left, to.Y - top);
                from = to;
            }
        }

        canvas.Blend(_mask, left, top, colour);
    }

    private static List<(double X, double Y)> Flatten(OutlinePoint[] contour, double x, double baseline, double scale)
    {
        var polygon = new List<(double X, double Y)>(contour.Length * 3);
        var on = Start(contour);
        var points = Array.ConvertAll(contour, p => p with { X = x + p.X * scale, Y = baseline - p.Y * scale });
        var current = on < 0 ? Middle(points[^1], points[0]) : points[on];
        polygon.Add((current.X, current.Y));
        OutlinePoint? control = null;
        for (var i = 1; i <= points.Length; i++)
        {
            var point = points[(Math.Max(on, -1) + i) % points.Length];
            if (point.OnCurve)
            {
                AddCurve(polygon, current, control, point);
                (current, control) = (point, null);
            }
            else
            {
                if (control is { } previous)   // between two steering points lies a point of the curve
                {
                    var middle = Middle(previous, point);
                    AddCurve(polygon, current, previous, middle);
                    current = middle;
                }

                control = point;
            }
        }

        AddCurve(polygon, current, control, new OutlinePoint(polygon[0].X, polygon[0].Y, OnCurve: true));
        return polygon;
    }

    private static int Start(OutlinePoint[] contour) => Array.FindIndex(contour, point => point.OnCurve);

    private static OutlinePoint Middle(OutlinePoint a, OutlinePoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, OnCurve: true);

    private static void AddCurve(List<(double X, double Y)> polygon, OutlinePoint from, OutlinePoint? control, OutlinePoint to)
    {
        if (control is not { } c)
        {
            polygon.Add((to.X, to.Y));
            return;
        }

        // How far the curve leaves its chord decides into how many straight steps it is cut; a tenth of a pixel cannot be seen.
        var bend = Math.Max(Math.Abs(from.X - 2 * c.X + to.X), Math.Abs(from.Y - 2 * c.Y + to.Y)) / 4;
        var steps = Math.Clamp((int)Math.Ceiling(Math.Sqrt(bend / 0.1)), 1, 24);
        for (var i = 1; i <= steps; i++)
        {
            var t = (double)i / steps;
            var (a, b, d) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            polygon.Add((a * from.X + b * c.X + d * to.X, a * from.Y + b * c.Y + d * to.Y));
        }
    }
}

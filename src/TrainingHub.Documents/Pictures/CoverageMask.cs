namespace TrainingHub.Documents;

/// <summary>
/// How much of each pixel a shape covers. Edges add their signed area to the pixels they cross; summing a row from left to
/// right then gives the coverage, exact for straight edges. Shapes whose contours overlap in the same direction stay filled.
/// </summary>
internal sealed class CoverageMask
{
    private float[] _area = [];
    private int _stride;

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Empties the mask and gives it a new size.</summary>
    public void Reset(int width, int height)
    {
        (Width, Height, _stride) = (width, height, width + 2);
        var needed = _stride * height;
        if (_area.Length < needed)
        {
            _area = new float[needed];
        }
        else
        {
            Array.Clear(_area, 0, needed);
        }
    }

    /// <summary>Coverage of one row, 0 to 1.</summary>
    public void ReadRow(int y, Span<float> coverage)
    {
        var sum = 0f;
        for (var x = 0; x < Width; x++)
        {
            sum += _area[y * _stride + x];
            coverage[x] = Math.Min(Math.Abs(sum), 1f);
        }
    }

    /// <summary>An edge inside the mask's bounds, in pixels.</summary>
    public void AddEdge(double x0, double y0, double x1, double y1)
    {
        if (y0 == y1)
        {
            return;
        }

        var direction = y0 < y1 ? 1 : -1;
        if (direction < 0)
        {
            (x0, y0, x1, y1) = (x1, y1, x0, y0);
        }

        var slope = (x1 - x0) / (y1 - y0);
        var x = x0;
        for (var y = (int)y0; y < Math.Min(Height, (int)Math.Ceiling(y1)); y++)
        {
            var height = Math.Min(y + 1, y1) - Math.Max(y, y0);
            var next = x + slope * height;
            AddWithinRow(y * _stride, Math.Min(x, next), Math.Max(x, next), height * direction);
            x = next;
        }
    }

    /// <summary>The part of an edge that lies in one row, from left to right.</summary>
    private void AddWithinRow(int row, double left, double right, double area)
    {
        var first = (int)left;
        var last = (int)Math.Ceiling(right);
        if (last <= first + 1)
        {
            var share = (left + right) / 2 - first;
            Add(row + first, area * (1 - share));
            Add(row + first + 1, area * share);
            return;
        }

        // The edge crosses several pixels: what lies right of it within each is a triangle, trapezoids, a triangle.
        var step = 1 / (right - left);
        var before = 0.0;
        for (var pixel = first; pixel < last; pixel++)
        {
            var (from, to) = (Math.Max(left, pixel), Math.Min(right, pixel + 1));
            var covered = ((from - left) + (to - left)) / 2 * step * (to - from) + (pixel + 1 - to);
            Add(row + pixel, area * (covered - before));
            before = covered;
        }

        Add(row + last, area * (1 - before));
    }

    private void Add(int index, double area) => _area[index] += (float)area;
}

namespace TrainingHub.Documents;

/// <summary>A picture in memory, white at first. What lies outside is not drawn.</summary>
internal sealed class PixelCanvas
{
    private readonly byte[] _pixels;

    public PixelCanvas(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[3 * width * height];
        _pixels.AsSpan().Fill(0xFF);
    }

    public int Width { get; }

    public int Height { get; }

    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Whole pixels, so that frames and codes stay sharp.</summary>
    public void Fill(int left, int top, int width, int height, Colour colour)
    {
        var right = Math.Min(left + width, Width);
        for (var y = Math.Max(top, 0); y < Math.Min(top + height, Height); y++)
        {
            for (var x = Math.Max(left, 0); x < right; x++)
            {
                var pixel = _pixels.AsSpan(3 * (y * Width + x), 3);
                (pixel[0], pixel[1], pixel[2]) = (colour.Red, colour.Green, colour.Blue);
            }
        }
    }

    /// <summary>Lays a colour over the picture as densely as the mask says.</summary>
    public void Blend(CoverageMask mask, int left, int top, Colour colour)
    {
        var coverage = new float[mask.Width];
        for (var y = 0; y < mask.Height; y++)
        {
            if (top + y < 0 || top + y >= Height)
            {
                continue;
            }

            mask.ReadRow(y, coverage);
            for (var x = 0; x < mask.Width; x++)
            {
                if (coverage[x] > 0.002f && left + x >= 0 && left + x < Width)
                {
                    Mix(_pixels.AsSpan(3 * ((top + y) * Width + left + x), 3), colour, coverage[x]);
                }
            }
        }
    }

    private static void Mix(Span<byte> pixel, Colour colour, float share)
    {
        pixel[0] = Mix(pixel[0], colour.Red, share);
        pixel[1] = Mix(pixel[1], colour.Green, share);
        pixel[2] = Mix(pixel[2], colour.Blue, share);
    }

    private static byte Mix(byte below, byte above, float share) => (byte)(below + (above - below) * share + 0.5f);
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace TrainingHub.Documents;

/// <summary>The pixels of a PNG of any kind, on white: palettes looked up, what is see-through blended, interlaced passes put together.</summary>
internal sealed class PngPixels
{
    // Passes of Adam7: the first column and row, and the steps from one pixel to the next.
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly PngHeader header;
    private readonly byte[] palette;
    private readonly byte[] transparency;
    private readonly byte[] pixels;

    private PngPixels(PngHeader header, byte[] palette, byte[] transparency) =>
        (this.header, this.palette, this.transparency, pixels) = (header, palette, transparency, new byte[header.Width * header.Height * 3]);

    /// <summary>Red, green and blue of each pixel, row by row.</summary>
    /// <param name="header">Not larger than the caller has memory for.</param>
    /// <param name="palette">Three bytes for each colour; empty where there is none.</param>
    /// <param name="transparency">As the file has it; empty where there is none.</param>
    /// <param name="compressed">The joined pixel data.</param>
    /// <exception cref="InvalidDataException">The data is broken.</exception>
    /// <exception cref="EndOfStreamException">The data ends early.</exception>
    public static byte[] Decode(PngHeader header, byte[] palette, byte[] transparency, Stream compressed)
    {
        var picture = new PngPixels(header, palette, transparency);
        using var data = new ZLibStream(compressed, CompressionMode.Decompress);
        foreach (var pass in header.IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            picture.ReadPass(data, pass);
        }

        return picture.pixels;
    }

    private void ReadPass(Stream data, (int X, int Y, int StepX, int StepY) pass)
    {
        var columns = (header.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (columns <= 0)
        {
            return;
        }

        var width = ((columns * header.BitsPerPixel) + 7) / 8;
        var (above, row) = (new byte[width + 1], new byte[width + 1]);
        for (var y = pass.Y; y < header.Height; y += pass.StepY)
        {
            data.ReadExactly(row);
            Unfilter(row.AsSpan(1), above.AsSpan(1), row[0], Math.Max(1, header.BitsPerPixel / 8));
            for (var column = 0; column < columns; column++)
            {
                Paint(row.AsSpan(1), column, pass.X + (column * pass.StepX), y);
            }

            (above, row) = (row, above);
        }
    }

    private static void Unfilter(Span<byte> row, ReadOnlySpan<byte> above, byte filter, int step)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var (left, up, corner) = (at < step ? 0 : row[at - step], above[at], at < step ? 0 : above[at - step]);
            row[at] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException("There is no such filter."),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (fromLeft, fromUp, fromCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - corner - corner));
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }

    private void Paint(ReadOnlySpan<byte> row, int column, int x, int y)
    {
        var (red, green, blue, alpha) = header.Colours switch
        {
            PngColours.Palette => FromPalette(Sample(row, column)),
            PngColours.Gray or PngColours.GrayAlpha => FromGray(row, column * header.Samples),
            _ => FromColour(row, column * header.Samples),
        };
        var place = ((y * header.Width) + x) * 3;
        (pixels[place], pixels[place + 1], pixels[place + 2]) = (OnWhite(red, alpha), OnWhite(green, alpha), OnWhite(blue, alpha));
    }

    private (int Red, int Green, int Blue, int Alpha) FromPalette(int entry) =>
        (palette[entry * 3], palette[(entry * 3) + 1], palette[(entry * 3) + 2], entry < transparency.Length ? transparency[entry] : 255);

    private (int Red, int Green, int Blue, int Alpha) FromGray(ReadOnlySpan<byte> row, int sample)
    {
        var value = Sample(row, sample);
        var gray = Eight(value);
        return (gray, gray, gray, header.Colours is PngColours.GrayAlpha ? Eight(Sample(row, sample + 1)) : IsKey(value, 0) ? 0 : 255);
    }

    private (int Red, int Green, int Blue, int Alpha) FromColour(ReadOnlySpan<byte> row, int sample)
    {
        var (red, green, blue) = (Sample(row, sample), Sample(row, sample + 1), Sample(row, sample + 2));
        var alpha = header.Colours is PngColours.ColourAlpha ? Eight(Sample(row, sample + 3)) : IsKey(red, 0) && IsKey(green, 1) && IsKey(blue, 2) ? 0 : 255;
        return (Eight(red), Eight(green), Eight(blue), alpha);
    }

    /// <summary>Whether a sample is that of the one colour which is see-through.</summary>
    private bool IsKey(int value, int part) => transparency.Length >= (part + 1) * 2 && BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(part * 2)) == value;

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (header.Depth is 16)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]);
        }

        var bit = index * header.Depth;
        return (row[bit / 8] >> (8 - header.Depth - (bit % 8))) & ((1 << header.Depth) - 1);
    }

    /// <summary>A sample of any depth as one of eight bits, rounded to the nearest.</summary>
    private int Eight(int value)
    {
        var most = (1 << header.Depth) - 1;
        return ((value * 255) + (most / 2)) / most;
    }

    private static byte OnWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
}

using System.Runtime.InteropServices;
using static TrainingHub.Documents.TrueTypeFont;

namespace TrainingHub.Documents;

/// <summary>A point of an outline in font units; points off the curve steer a quadratic curve.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutlinePoint(double X, double Y, bool OnCurve);

/// <summary>Reads the closed contours of a glyph, parts of composite glyphs in their places.</summary>
internal static class GlyphOutline
{
    private const int DeepestNesting = 8;

    public static List<OutlinePoint[]> Read(TrueTypeFont font, int glyph)
    {
        var contours = new List<OutlinePoint[]>();
        Add(font, glyph, contours, depth: 0);
        return contours;
    }

    private static void Add(TrueTypeFont font, int glyph, List<OutlinePoint[]> contours, int depth)
    {
        var data = font.GlyphData(glyph);
        if (data.IsEmpty || depth > DeepestNesting)
        {
            return;
        }

        if (!CompositeParts.IsComposite(data))
        {
            AddSimple(data, contours);
            return;
        }

        foreach (var part in CompositeParts.Read(data))
        {
            var first = contours.Count;
            Add(font, part.Glyph, contours, depth + 1);
            for (var i = first; i < contours.Count; i++)
            {
                contours[i] = Array.ConvertAll(contours[i], point => Place(point, part));
            }
        }
    }

    private static OutlinePoint Place(OutlinePoint point, CompositePart part) => new(
        part.XX * point.X + part.YX * point.Y + part.MoveX,
        part.XY * point.X + part.YY * point.Y + part.MoveY,
        point.OnCurve);

    private static void AddSimple(ReadOnlySpan<byte> data, List<OutlinePoint[]> contours)
    {
        var contourCount = Signed16(data, 0);
        if (contourCount == 0)
        {
            return;
        }

        var pointCount = Unsigned16(data, 10 + 2 * (contourCount - 1)) + 1;
        var at = 10 + 2 * contourCount;
        at += 2 + Unsigned16(data, at);   // instructions
        var flags = ReadFlags(data, pointCount, ref at);
        var xs = ReadCoordinates(data, flags, shortFlag: 0x02, sameFlag: 0x10, ref at);
        var ys = ReadCoordinates(data, flags, shortFlag: 0x04, sameFlag: 0x20, ref at);
        var start = 0;
        for (var i = 0; i < contourCount; i++)
        {
            var end = Unsigned16(data, 10 + 2 * i) + 1;
            var contour = new OutlinePoint[end - start];
            for (var p = start; p < end; p++)
            {
                contour[p - start] = new OutlinePoint(xs[p], ys[p], (flags[p] & 1) != 0);
            }

            contours.Add(contour);
            start = end;
        }
    }

    private static byte[] ReadFlags(ReadOnlySpan<byte> data, int count, ref int at)
    {
        const int repeated = 0x08;
        var flags = new byte[count];
        for (var i = 0; i < count; i++)
        {
            flags[i] = data[at++];
            if ((flags[i] & repeated) != 0)
            {
                var times = data[at++];
                flags.AsSpan(i + 1, times).Fill(flags[i]);
                i += times;
            }
        }

        return flags;
    }

    private static int[] ReadCoordinates(ReadOnlySpan<byte> data, byte[] flags, int shortFlag, int sameFlag, ref int at)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            var same = (flags[i] & sameFlag) != 0;
            if ((flags[i] & shortFlag) != 0)
            {
                value += same ? data[at] : -data[at];   // for one-byte steps the second flag is the sign
                at++;
            }
            else if (!same)
            {
                value += Signed16(data, at);
                at += 2;
            }

            values[i] = value;
        }

        return values;
    }
}

using System.Runtime.InteropServices;
using static TrainingHub.Documents.TrueTypeFont;

namespace TrainingHub.Documents;

/// <summary>One part of a glyph that is put together from others.</summary>
/// <param name="GlyphAt">Where in the glyph's record the number of the part stands.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CompositePart(
    int GlyphAt, ushort Glyph, double XX, double XY, double YX, double YY, double MoveX, double MoveY);

/// <summary>Reads the parts of a composite glyph.</summary>
internal static class CompositeParts
{
    private const int ArgumentsAreWords = 0x0001;
    private const int ArgumentsAreOffsets = 0x0002;
    private const int HasScale = 0x0008;
    private const int HasMore = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    public static bool IsComposite(ReadOnlySpan<byte> glyph) => glyph.Length >= 10 && Signed16(glyph, 0) < 0;

    public static List<CompositePart> Read(ReadOnlySpan<byte> glyph)
    {
        var parts = new List<CompositePart>();
        var at = 10;
        int flags;
        do
        {
            flags = Unsigned16(glyph, at);
            parts.Add(ReadPart(glyph, flags, ref at));
        }
        while ((flags & HasMore) != 0);

        return parts;
    }

    private static CompositePart ReadPart(ReadOnlySpan<byte> glyph, int flags, ref int at)
    {
        var glyphAt = at + 2;
        var part = new CompositePart(glyphAt, Unsigned16(glyph, glyphAt), XX: 1, XY: 0, YX: 0, YY: 1, MoveX: 0, MoveY: 0);
        at += 4;
        var words = (flags & ArgumentsAreWords) != 0;
        if ((flags & ArgumentsAreOffsets) != 0)
        {
            part = part with
            {
                MoveX = words ? Signed16(glyph, at) : (sbyte)glyph[at],
                MoveY = words ? Signed16(glyph, at + 2) : (sbyte)glyph[at + 1],
            };
        }

        at += words ? 4 : 2;
        return ReadMatrix(glyph, flags, part, ref at);
    }

    private static CompositePart ReadMatrix(ReadOnlySpan<byte> glyph, int flags, CompositePart part, ref int at)
    {
        if ((flags & HasScale) != 0)
        {
            var scale = Fraction(glyph, at);
            at += 2;
            return part with { XX = scale, YY = scale };
        }

        if ((flags & HasTwoScales) != 0)
        {
            part = part with { XX = Fraction(glyph, at), YY = Fraction(glyph, at + 2) };
            at += 4;
            return part;
        }

        if ((flags & HasMatrix) != 0)
        {
            part = part with
            {
                XX = Fraction(glyph, at),
                XY = Fraction(glyph, at + 2),
                YX = Fraction(glyph, at + 4),
                YY = Fraction(glyph, at + 6),
            };
            at += 8;
        }

        return part;
    }

    private static double Fraction(ReadOnlySpan<byte> glyph, int at) => Signed16(glyph, at) / 16384.0;
}

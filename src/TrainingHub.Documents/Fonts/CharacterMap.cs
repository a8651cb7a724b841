using static TrainingHub.Documents.TrueTypeFont;

namespace TrainingHub.Documents;

/// <summary>Code point to glyph, from the <c>cmap</c> table: format 12 where the font has it, else format 4.</summary>
internal sealed class CharacterMap
{
    private const int BlockSize = 256;
    private readonly ushort[]?[] _blocks = new ushort[]?[0x110000 / BlockSize];

    private CharacterMap()
    {
    }

    public ushort GlyphOf(int codePoint) =>
        _blocks[codePoint / BlockSize] is { } block ? block[codePoint % BlockSize] : (ushort)0;

    public static CharacterMap Read(ReadOnlySpan<byte> cmap)
    {
        var map = new CharacterMap();
        if (TryFind(cmap, format: 12, out var table))
        {
            map.ReadFormat12(table);
        }
        else if (TryFind(cmap, format: 4, out table))
        {
            map.ReadFormat4(table);
        }
        else
        {
            throw new FontFormatException("it has no Unicode character map of format 4 or 12");
        }

        return map;
    }

    private static bool TryFind(ReadOnlySpan<byte> cmap, int format, out ReadOnlySpan<byte> table)
    {
        for (var i = 0; i < Unsigned16(cmap, 2); i++)
        {
            var entry = cmap.Slice(4 + 8 * i, 8);
            var isUnicode = Unsigned16(entry, 0) == 0 || (Unsigned16(entry, 0) == 3 && Unsigned16(entry, 2) is 1 or 10);
            table = cmap[Signed32(entry, 4)..];
            if (isUnicode && Unsigned16(table, 0) == format)
            {
                return true;
            }
        }

        table = default;
        return false;
    }

    private void ReadFormat12(ReadOnlySpan<byte> table)
    {
        var groups = Signed32(table, 12);
        for (var i = 0; i < groups; i++)
        {
            var group = table.Slice(16 + 12 * i, 12);
            var first = Signed32(group, 0);
            for (var code = first; code <= Signed32(group, 4); code++)
            {
                Add(code, (ushort)(Signed32(group, 8) + code - first));
            }
        }
    }

    private void ReadFormat4(ReadOnlySpan<byte> table)
    {
        var segments = Unsigned16(table, 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var last = Unsigned16(table, 14 + 2 * i);
            var first = Unsigned16(table, 16 + 2 * segments + 2 * i);
            var delta = Unsigned16(table, 16 + 4 * segments + 2 * i);
            var rangeAt = 16 + 6 * segments + 2 * i;
            var range = Unsigned16(table, rangeAt);
            for (int code = first; code <= last && code != 0xFFFF; code++)
            {
                // With a range offset the glyph is looked up behind the segment's own place in the table.
                var glyph = range == 0 ? code : Unsigned16(table, rangeAt + range + 2 * (code - first));
                Add(code, glyph == 0 && range != 0 ? (ushort)0 : (ushort)(glyph + delta));
            }
        }
    }

    private void Add(int codePoint, ushort glyph)
    {
        var block = _blocks[codePoint / BlockSize] ??= new ushort[BlockSize];
        block[codePoint % BlockSize] = glyph;
    }
}

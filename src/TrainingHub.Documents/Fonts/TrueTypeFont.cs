using System.Buffers.Binary;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>A TrueType font in memory: which glyph draws a code point, how wide it is, where its outline lies. Immutable.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables;
    private readonly CharacterMap _characters;
    private readonly ushort[] _advances;
    private readonly int[] _locations;

    private TrueTypeFont(byte[] file)
    {
        _file = file;
        _tables = ReadDirectory(file);
        var head = Table("head");
        UnitsPerEm = Unsigned16(head, 18);
        BoundingBox = (Signed16(head, 36), Signed16(head, 38), Signed16(head, 40), Signed16(head, 42));
        GlyphCount = Unsigned16(Table("maxp"), 4);
        var hhea = Table("hhea");
        Ascent = Signed16(hhea, 4);
        Descent = Signed16(hhea, 6);
        CapHeight = ReadCapHeight();
        PostScriptName = ReadPostScriptName();
        _advances = ReadAdvances(Unsigned16(hhea, 34));
        _locations = ReadLocations(longFormat: Signed16(head, 50) == 1);
        _characters = CharacterMap.Read(Table("cmap"));
    }

    /// <summary>How many font units make one em.</summary>
    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public (int Left, int Bottom, int Right, int Top) BoundingBox { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public string PostScriptName { get; }

    public static TrueTypeFont Read(string path)
    {
        try
        {
            return new TrueTypeFont(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or FontFormatException)
        {
            throw new FontFormatException($"{Path.GetFileName(path)} is not a TrueType font this program can read: {e.Message}", e);
        }
    }

    /// <summary>The glyph of a code point; 0 when the font has none.</summary>
    public ushort GlyphOf(int codePoint) => _characters.GlyphOf(codePoint);

    /// <summary>Advance width in font units.</summary>
    public int AdvanceOf(int glyph) => _advances[Math.Min(glyph, _advances.Length - 1)];

    /// <summary>The record of a glyph in the <c>glyf</c> table; empty for a blank.</summary>
    public ReadOnlySpan<byte> GlyphData(int glyph) =>
        Table("glyf")[_locations[glyph].._locations[glyph + 1]];

    public bool HasTable(string tag) => _tables.ContainsKey(tag);

    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var place)
            ? _file.AsSpan(place.Offset, place.Length)
            : throw new FontFormatException($"the table '{tag}' is missing");

    internal static ushort Unsigned16(ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadUInt16BigEndian(data[offset..]);

    internal static short Signed16(ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadInt16BigEndian(data[offset..]);

    internal static int Signed32(ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadInt32BigEndian(data[offset..]);

    private static Dictionary<string, (int Offset, int Length)> ReadDirectory(ReadOnlySpan<byte> file)
    {
        var version = Signed32(file, 0);
        if (version is not (0x00010000 or 0x74727565))
        {
            throw new FontFormatException("it has no TrueType outlines");
        }

        var tables = new Dictionary<string, (int Offset, int Length)>(StringComparer.Ordinal);
        var count = Unsigned16(file, 4);
        for (var i = 0; i < count; i++)
        {
            var entry = file.Slice(12 + 16 * i, 16);
            tables[Encoding.ASCII.GetString(entry[..4])] = (Signed32(entry, 8), Signed32(entry, 12));
        }

        return tables;
    }

    private ushort[] ReadAdvances(int count)
    {
        var hmtx = Table("hmtx");
        var advances = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            advances[i] = Unsigned16(hmtx, 4 * i);
        }

        return advances;
    }

    private int[] ReadLocations(bool longFormat)
    {
        var loca = Table("loca");
        var locations = new int[GlyphCount + 1];
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i] = longFormat ? Signed32(loca, 4 * i) : 2 * Unsigned16(loca, 2 * i);
        }

        return locations;
    }

    private int ReadCapHeight()
    {
        var os2 = Table("OS/2");
        var knowsCapHeight = Unsigned16(os2, 0) >= 2;
        return knowsCapHeight ? Signed16(os2, 88) : UnitsPerEm * 7 / 10;
    }

    private string ReadPostScriptName()
    {
        const int windows = 3;
        const int postScriptName = 6;
        var name = Table("name");
        var strings = Unsigned16(name, 4);
        for (var i = 0; i < Unsigned16(name, 2); i++)
        {
            var entry = name.Slice(6 + 12 * i, 12);
            if (Unsigned16(entry, 0) == windows && Unsigned16(entry, 6) == postScriptName)
            {
                var text = name.Slice(strings + Unsigned16(entry, 10), Unsigned16(entry, 8));
                return Encoding.BigEndianUnicode.GetString(text);
            }
        }

        throw new FontFormatException("it has no PostScript name");
    }
}

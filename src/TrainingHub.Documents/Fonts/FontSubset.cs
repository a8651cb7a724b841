using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using static TrainingHub.Documents.TrueTypeFont;

namespace TrainingHub.Documents;

/// <summary>
/// A font cut down to the code points of one document. Character n of the subset is code point n−1 of the sorted input, even
/// when two code points share an outline: only so does text that was typed with one of them come back as the same one.
/// Identical input gives identical bytes.
/// </summary>
internal sealed class FontSubset
{
    private static readonly string[] CopiedTables = ["cvt ", "fpgm", "prep"];
    private static readonly byte[] Padding = new byte[3];
    private readonly TrueTypeFont _font;
    private readonly Dictionary<int, ushort> _characters;
    private readonly List<ushort> _glyphs = [0];

    public FontSubset(TrueTypeFont font, IEnumerable<int> codePoints)
    {
        _font = font;
        CodePoints = [.. codePoints.Distinct().Order()];
        _characters = new Dictionary<int, ushort>(CodePoints.Count);
        foreach (var codePoint in CodePoints)
        {
            _characters[codePoint] = (ushort)_glyphs.Count;
            _glyphs.Add(font.GlyphOf(codePoint));
        }
    }

    /// <summary>Sorted, each once. The first one is character 1: character 0 is the font's box for what it does not have.</summary>
    public IReadOnlyList<int> CodePoints { get; }

    /// <summary>The number by which the document names this code point.</summary>
    public ushort CharacterOf(int codePoint) => _characters[codePoint];

    /// <summary>Advance widths of the code points in thousandths of an em, in their order.</summary>
    public IEnumerable<int> Widths =>
        CodePoints.Select(c => _font.AdvanceOf(_font.GlyphOf(c)) * 1000 / _font.UnitsPerEm);

    /// <summary>Six capital letters that differ whenever the chosen characters differ, then the font's own name.</summary>
    public string Name
    {
        get
        {
            var text = new StringBuilder(_font.PostScriptName);
            foreach (var codePoint in CodePoints)
            {
                text.Append(' ').Append(codePoint);
            }

            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            var tag = string.Concat(hash.Take(6).Select(b => (char)('A' + b % 26)));
            return $"{tag}+{_font.PostScriptName}";
        }
    }

    /// <summary>The subset as a font file.</summary>
    public byte[] ToBytes()
    {
        var outlines = WriteOutlines(out var locations);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines,
            ["head"] = WriteHead(),
            ["hhea"] = WriteHhea(),
            ["hmtx"] = WriteMetrics(),
            ["loca"] = locations,
            ["maxp"] = WriteMaxp(),
        };
        foreach (var tag in CopiedTables.Where(_font.HasTable))
        {
            tables[tag] = _font.Table(tag).ToArray();
        }

        return Assemble(tables);
    }

    private byte[] WriteOutlines(out byte[] locations)
    {
        var places = new Dictionary<ushort, ushort>();
        for (var i = 0; i < _glyphs.Count; i++)
        {
            places.TryAdd(_glyphs[i], (ushort)i);
        }

        var outlines = new MemoryStream();
        var offsets = new List<int> { 0 };
        for (var i = 0; i < _glyphs.Count; i++)   // parts found on the way are added at the end and come round later
        {
            outlines.Write(Renumbered(_font.GlyphData(_glyphs[i]), places));
            outlines.Write(Padding.AsSpan(0, (int)(-outlines.Length & 3)));
            offsets.Add((int)outlines.Length);
        }

        locations = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(4 * i), offsets[i]);
        }

        return outlines.ToArray();
    }

    private ReadOnlySpan<byte> Renumbered(ReadOnlySpan<byte> glyph, Dictionary<ushort, ushort> places)
    {
        if (!CompositeParts.IsComposite(glyph))
        {
            return glyph;
        }

        var copy = glyph.ToArray();
        foreach (var part in CompositeParts.Read(glyph))
        {
            if (!places.TryGetValue(part.Glyph, out var place))
            {
                place = (ushort)_glyphs.Count;
                places[part.Glyph] = place;
                _glyphs.Add(part.Glyph);
            }

            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(part.GlyphAt), place);
        }

        return copy;
    }

    private byte[] WriteHead()
    {
        var head = _font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);   // 4-byte locations
        return head;
    }

    private byte[] WriteHhea()
    {
        var hhea = _font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)_glyphs.Count);
        return hhea;
    }

    private byte[] WriteMaxp()
    {
        var maxp = _font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)_glyphs.Count);
        return maxp;
    }

    private byte[] WriteMetrics()
    {
        var hmtx = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            var glyph = _font.GlyphData(_glyphs[i]);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)_font.AdvanceOf(_glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), glyph.IsEmpty ? (short)0 : Signed16(glyph, 2));
        }

        return hmtx;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var directory = 12 + 16 * tables.Count;
        var file = new byte[directory + tables.Values.Sum(table => (table.Length + 3) & ~3)];
        WriteFileHeader(file, tables.Count);
        var offset = directory;
        var entry = 12;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, offset);
            var padded = (table.Length + 3) & ~3;
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(offset, padded)));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), offset);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            entry += 16;
            offset += padded;
        }

        var head = directory + tables.TakeWhile(t => !t.Key.Equals("head", StringComparison.Ordinal)).Sum(t => (t.Value.Length + 3) & ~3);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static void WriteFileHeader(byte[] file, int tableCount)
    {
        var power = (int)Math.Log2(tableCount);
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tableCount);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * tableCount - (16 << power)));
    }

    private static uint Sum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var i = 0; i < words.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(words[i..]));
        }

        return sum;
    }
}

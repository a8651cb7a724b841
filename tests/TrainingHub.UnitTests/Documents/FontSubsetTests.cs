using System.Buffers.Binary;
using System.Text;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class FontSubsetTests
{
    private static TrueTypeFont Regular => TestFonts.Files[FontWeight.Regular];

    [Fact]
    public void Keeps_outline_and_width_of_every_character()
    {
        int[] codePoints = ['安', 'A', '·', 0x4DAE, 0x2CB5A];

        var subset = new FontSubset(Regular, codePoints);
        var font = Reopen(subset);

        foreach (var codePoint in codePoints)
        {
            var glyph = Regular.GlyphOf(codePoint);
            var copy = subset.CharacterOf(codePoint);
            Assert.NotEqual(0, glyph);
            Assert.Equal(Regular.AdvanceOf(glyph), font.AdvanceOf(copy));
            Assert.Equal(Contours(Regular, glyph), Contours(font, copy));
        }
    }

    [Fact]
    public void Is_small()
    {
        var subset = new FontSubset(Regular, "培训合格证明".Select(c => (int)c));

        Assert.InRange(subset.ToBytes().Length, 1_000, 10_000);
    }

    [Fact]
    public void Gives_two_code_points_with_one_outline_two_characters()
    {
        // U+2F00 is the radical 一, which the font draws with the glyph of U+4E00.
        Assert.Equal(Regular.GlyphOf(0x4E00), Regular.GlyphOf(0x2F00));

        var subset = new FontSubset(Regular, [0x4E00, 0x2F00]);

        Assert.NotEqual(subset.CharacterOf(0x4E00), subset.CharacterOf(0x2F00));
    }

    [Fact]
    public void Is_the_same_whatever_the_order_and_number_of_uses()
    {
        var once = new FontSubset(Regular, [.. "校园安全".Select(c => (int)c)]);
        var often = new FontSubset(Regular, [.. "全安园校校校".Select(c => (int)c)]);

        Assert.Equal(once.Name, often.Name);
        Assert.Equal(once.ToBytes(), often.ToBytes());
        Assert.Matches("^[A-Z]{6}\\+NotoSansSC-Regular$", once.Name);
    }

    [Fact]
    public void Has_a_name_that_tells_it_from_other_subsets()
    {
        Assert.NotEqual(new FontSubset(Regular, ['校']).Name, new FontSubset(Regular, ['园']).Name, StringComparer.Ordinal);
    }

    [Fact]
    public void Is_a_font_file_whose_checksums_are_right()
    {
        var bytes = new FontSubset(Regular, ['校', 'é']).ToBytes();

        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i)));
        }

        Assert.Equal(0xB1B0AFBAu, sum);
    }

    [Fact]
    public void Brings_the_parts_of_composite_glyphs_along()
    {
        var composite = Enumerable.Range(0x20, 0xFFFF - 0x20).FirstOrDefault(c => CompositeParts.IsComposite(Regular.GlyphData(Regular.GlyphOf(c))));
        if (composite == 0)
        {
            return;   // this edition of the font draws every character by itself
        }

        var subset = new FontSubset(Regular, [composite]);

        Assert.Equal(Contours(Regular, Regular.GlyphOf(composite)), Contours(Reopen(subset), subset.CharacterOf(composite)));
    }

    private static List<string> Contours(TrueTypeFont font, int glyph) =>
        [.. GlyphOutline.Read(font, glyph).Select(contour => string.Join(' ', contour))];

    /// <summary>A subset has no names and no character map: it borrows those of the whole font to be read again.</summary>
    private static TrueTypeFont Reopen(FontSubset subset)
    {
        string[] borrowed = ["OS/2", "cmap", "name"];
        var bytes = subset.ToBytes();
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4));
        var shift = 16 * borrowed.Length;
        using var file = new MemoryStream();
        file.Write(bytes.AsSpan(0, 12 + 16 * count));
        file.Write(new byte[shift]);
        file.Write(bytes.AsSpan(12 + 16 * count));
        var places = borrowed.Select(tag => Append(file, tag)).ToList();
        var whole = file.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(whole.AsSpan(4), (ushort)(count + borrowed.Length));
        for (var entry = 12; entry < 12 + 16 * count; entry += 16)
        {
            BinaryPrimitives.WriteInt32BigEndian(whole.AsSpan(entry + 8), BinaryPrimitives.ReadInt32BigEndian(whole.AsSpan(entry + 8)) + shift);
        }

        for (var i = 0; i < borrowed.Length; i++)
        {
            var entry = whole.AsSpan(12 + 16 * (count + i), 16);
            Encoding.ASCII.GetBytes(borrowed[i], entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], places[i].Offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], places[i].Length);
        }

        using var folder = new TemporaryFolder();
        return TrueTypeFont.Read(folder.Save("subset.ttf", whole));
    }

    private static (int Offset, int Length) Append(MemoryStream file, string tag)
    {
        var table = Regular.Table(tag);
        var offset = (int)file.Length;
        file.Write(table);
        return (offset, table.Length);
    }
}

using System.Globalization;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>A font of one PDF: embedded as a subset and addressed by two-byte character numbers.</summary>
internal sealed class PdfFont(TrueTypeFont font, FontWeight weight, IEnumerable<int> codePoints)
{
    private readonly FontSubset _subset = new(font, codePoints);

    /// <summary>The name by which pages call this font.</summary>
    public string Resource { get; } = weight is FontWeight.Bold ? "B" : "R";

    /// <summary>The text as hexadecimal character numbers.</summary>
    public void Encode(string text, StringBuilder target)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            target.Append(_subset.CharacterOf(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes the font's objects; returns the number of the one that pages refer to.</summary>
    public int Write(PdfFile file)
    {
        var name = _subset.Name;
        var bytes = _subset.ToBytes();
        var program = file.Stream(bytes, $"/Length1 {PdfFile.Number(bytes.Length)}");
        var descriptor = file.Object(Descriptor(name, program));
        var widths = string.Join(' ', _subset.Widths);
        var descendant = file.Object(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/DW 1000/W[1[{widths}]]/CIDToGIDMap/Identity>>");
        var unicode = file.Stream(Encoding.ASCII.GetBytes(UnicodeMap()));
        return file.Object(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>");
    }

    private string Descriptor(string name, int program)
    {
        const int symbolic = 4;
        var box = font.BoundingBox;
        var stem = weight is FontWeight.Bold ? 140 : 80;
        return $"<</Type/FontDescriptor/FontName/{name}/Flags {symbolic}"
            + $"/FontBBox[{Scaled(box.Left)} {Scaled(box.Bottom)} {Scaled(box.Right)} {Scaled(box.Top)}]/ItalicAngle 0"
            + $"/Ascent {Scaled(font.Ascent)}/Descent {Scaled(font.Descent)}/CapHeight {Scaled(font.CapHeight)}/StemV {stem}"
            + $"/FontFile2 {program} 0 R>>";
    }

    private string Scaled(int units) => PdfFile.Number((double)units * 1000 / font.UnitsPerEm);

    /// <summary>Each character number back to the code point that was typed, surrogate pairs included.</summary>
    private string UnicodeMap()
    {
        const int mostPerBlock = 100;
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        var character = 1;
        foreach (var block in _subset.CodePoints.Chunk(mostPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var codePoint in block)
            {
                var text = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)));
                map.Append(CultureInfo.InvariantCulture, $"<{character:X4}> <{text}>\n");
                character++;
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}

using System.IO.Compression;
using System.Xml;

namespace TrainingHub.People.Imports;

/// <summary>
/// How the cell formats of a workbook look: one sign for each fill, colour of letters and line through them, '\0' for black letters on white.
/// Formats that depend on values are not looked at: the values are read.
/// </summary>
internal sealed class CellPaint
{
    private const string White = "FFFFFF";
    private const string Black = "000000";

    private readonly List<char> _formats = [];

    public static CellPaint Read(ZipArchiveEntry? styles, XmlReaderSettings settings)
    {
        var paint = new CellPaint();
        if (styles is null)
        {
            return paint;
        }

        using var stream = styles.Open();
        using var xml = XmlReader.Create(stream, settings);
        var (section, fonts, fills, isSolid, looks) = ("", new List<string>(), new List<string>(), false, new Dictionary<string, char>(StringComparer.Ordinal) { [""] = '\0' });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth == 1)
            {
                section = xml.LocalName;
                continue;
            }

            switch (section, xml.LocalName)
            {
                case ("fonts", "font"):
                    fonts.Add("");
                    break;
                case ("fonts", "strike") when fonts.Count > 0 && xml.GetAttribute("val") is not ("0" or "false"):
                    fonts[^1] += "-";
                    break;
                case ("fonts", "color") when fonts.Count > 0:
                    fonts[^1] += Colour(xml, plain: Black, plainTheme: "1");
                    break;
                case ("fills", "fill"):
                    fills.Add("");
                    break;
                case ("fills", "patternFill") when fills.Count > 0:
                    var pattern = xml.GetAttribute("patternType") ?? "none";
                    isSolid = pattern is "solid";
                    fills[^1] = isSolid || pattern is "none" or "gray125" ? "" : pattern;
                    break;
                case ("fills", "fgColor") when fills.Count > 0 && isSolid:
                    fills[^1] = Colour(xml, plain: White, plainTheme: "0");
                    break;
                case ("fills", "gradientFill") when fills.Count > 0:
                    (fills[^1], isSolid) = ("gradient", false);
                    break;
                case ("cellXfs", "xf"):
                    var (font, fill) = (At(fonts, xml.GetAttribute("fontId")), At(fills, xml.GetAttribute("fillId")));
                    var look = font.Length + fill.Length == 0 ? "" : $"{font}/{fill}";
                    if (!looks.TryGetValue(look, out var sign))
                    {
                        looks[look] = sign = (char)Math.Min(looks.Count, char.MaxValue);
                    }

                    paint._formats.Add(sign);
                    break;
                default:
                    break;
            }
        }

        return paint;
    }

    /// <summary>How a cell of this format looks.</summary>
    public char Of(string? format) =>
        int.TryParse(format, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < _formats.Count ? _formats[index] : '\0';

    private static string At(List<string> looks, string? index) =>
        int.TryParse(index, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) && place < looks.Count ? looks[place] : "";

    // Links are blue by themselves (theme 10); 64 is whatever the window has; 1, 8 and 9 are black and white.
    private static string Colour(XmlReader xml, string plain, string plainTheme)
    {
        if (xml.GetAttribute("rgb") is { } rgb)
        {
            return rgb.EndsWith(plain, StringComparison.OrdinalIgnoreCase) ? "" : rgb;
        }

        var hasTint = xml.GetAttribute("tint") is { } tint && tint is not "0";
        return xml.GetAttribute("theme") is { } theme
            ? !hasTint && (string.Equals(theme, plainTheme, StringComparison.Ordinal) || theme is "10") ? "" : $"theme{theme}{xml.GetAttribute("tint")}"
            : xml.GetAttribute("indexed") is { } indexed && indexed is not ("64" or "65") && !(plain is White ? indexed is "1" or "9" : indexed is "0" or "8")
                ? $"indexed{indexed}"
                : "";
    }
}

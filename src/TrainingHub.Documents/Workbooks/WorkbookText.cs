using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace TrainingHub.Documents;

/// <summary>Text as a workbook wants it.</summary>
internal static partial class WorkbookText
{
    private const int LongestCell = 32_767;
    private const int LongestName = 31;

    /// <summary>
    /// Characters that XML cannot hold are written as Excel writes them (<c>_x0001_</c>), and what only looks like that is
    /// protected. Longer text than a cell can hold ends in …: Excel would call the whole file damaged.
    /// </summary>
    public static string Encode(string text)
    {
        if (text.Length > LongestCell)
        {
            var end = char.IsHighSurrogate(text[LongestCell - 2]) ? LongestCell - 2 : LongestCell - 1;
            text = text[..end] + "…";
        }

        var safe = LooksEncoded().Replace(text, "_x005F_${code}");
        return safe.All(XmlConvert.IsXmlChar) ? safe : EncodeControls(safe);
    }

    /// <summary>A name that Excel accepts for a sheet.</summary>
    public static string SheetName(string name)
    {
        var clean = new StringBuilder(name.Trim().Trim('\''));
        for (var i = 0; i < clean.Length; i++)
        {
            if (@"[]:*?/\".Contains(clean[i], StringComparison.Ordinal) || char.IsControl(clean[i]))
            {
                clean[i] = '_';
            }
        }

        var text = clean.ToString();
        var end = text.Length > LongestName && char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName;
        return text.Length == 0 ? "Sheet1" : text[..Math.Min(end, text.Length)];
    }

    private static string EncodeControls(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())   // unpaired surrogates come out as U+FFFD
        {
            if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            }
            else
            {
                encoded.Append(rune);
            }
        }

        return encoded.ToString();
    }

    [GeneratedRegex("_(?<code>x[0-9A-Fa-f]{4}_)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksEncoded();
}

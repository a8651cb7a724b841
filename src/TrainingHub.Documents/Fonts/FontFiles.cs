using System.Globalization;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>
/// The two font files that every document uses. Each is read once, at the first use, and may then be shared by all threads.
/// </summary>
public sealed class FontFiles(string regularPath, string boldPath)
{
    private readonly Lazy<TrueTypeFont> _regular = new(() => TrueTypeFont.Read(regularPath));
    private readonly Lazy<TrueTypeFont> _bold = new(() => TrueTypeFont.Read(boldPath));

    public string RegularPath => regularPath;

    public string BoldPath => boldPath;

    internal TrueTypeFont this[FontWeight weight] => weight is FontWeight.Bold ? _bold.Value : _regular.Value;

    /// <summary>
    /// The characters of the text that one of the two fonts cannot draw, each once, in order of appearance.
    /// A base character and what belongs to it (a variation selector, a combining mark) count as one.
    /// </summary>
    public IReadOnlyList<string> Missing(string text)
    {
        List<string>? missing = null;
        for (var start = 0; start < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, start);
            var element = text.AsSpan(start, length);
            if (!CanDraw(element))
            {
                missing ??= [];
                var character = element.ToString();
                if (!missing.Contains(character, StringComparer.Ordinal))
                {
                    missing.Add(character);
                }
            }

            start += length;
        }

        return missing ?? [];
    }

    private bool CanDraw(ReadOnlySpan<char> element)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            // An unpaired surrogate is enumerated as U+FFFD, which the font may well have a box for.
            if (rune == Rune.ReplacementChar
                || this[FontWeight.Regular].GlyphOf(rune.Value) == 0
                || this[FontWeight.Bold].GlyphOf(rune.Value) == 0)
            {
                return false;
            }
        }

        return true;
    }
}

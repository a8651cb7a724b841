using System.Globalization;
using System.Text;

namespace TrainingHub.Standards;

/// <summary>
/// Cuts text into the words that a search index keeps. Chinese is written without spaces, so every two neighbouring characters are one
/// word, and the last character of a run is one alone; a word of two characters is found wherever it stands. Runs of letters
/// and runs of digits are words. Case, accents of width and punctuation do not count.
/// </summary>
public static class TextGrams
{
    /// <summary>The words in the order of the text, each as often as it occurs.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var runes = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().ToArray();
        for (var start = 0; start < runes.Length;)
        {
            var kind = KindOf(runes[start]);
            var end = start + 1;
            while (end < runes.Length && KindOf(runes[end]) == kind)
            {
                end++;
            }

            foreach (var gram in kind switch
            {
                Script.None => [],
                Script.Han => Pairs(runes[start..end]),
                _ => [string.Concat(runes[start..end])],
            })
            {
                yield return gram;
            }

            start = end;
        }
    }

    /// <summary>
    /// What to look for, run by run: the words of one run follow each other directly, runs may stand anywhere. The last word of a run
    /// is given as a beginning, so that one character finds every word that starts with it.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Query(string text) =>
    [
        .. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(QueryOfWord)
            .Where(grams => grams.Count > 0),
    ];

    private static List<string> QueryOfWord(string word)
    {
        var grams = Of(word).ToList();
        // The run's last character stands alone only at the end of a text's run; in the middle of one the pair before it says it all.
        if (grams.Count > 1 && grams[^1].EnumerateRunes().Count() is 1 && KindOf(grams[^1].EnumerateRunes().First()) is Script.Han
            && grams[^2].EndsWith(grams[^1], StringComparison.Ordinal))
        {
            grams.RemoveAt(grams.Count - 1);
        }

        return grams;
    }

    private static IEnumerable<string> Pairs(Rune[] run) =>
        run.Select((rune, index) => index + 1 < run.Length ? string.Concat(rune, run[index + 1]) : rune.ToString());

    private static Script KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherLetter => Script.Han,
        UnicodeCategory.DecimalDigitNumber => Script.Digit,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter => Script.Letter,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Han,
        Letter,
        Digit,
    }
}

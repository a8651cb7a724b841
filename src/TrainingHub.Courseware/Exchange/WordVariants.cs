using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>What the tables of others take in one blank: 119/一一九 are two ways to say it, 1/2, 2024/5/1, km/h, GB/T 38315 and 1.5米/秒 are one each.</summary>
internal static partial class WordVariants
{
    /// <summary>Each way once, in the order written; the text itself where it is but one.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        string[] whole = text.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return whole.Length is 0 ? [text] : [.. whole.SelectMany(Slashed).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Slashed(string text)
    {
        var parts = text.Split(['/', '／'], StringSplitOptions.TrimEntries);
        return parts.Length > 1
            && Array.TrueForAll(parts, part => Number().IsMatch(part) || Han().IsMatch(part))
            && Array.Exists(parts, part => Han().IsMatch(part))
            && !(Measured().IsMatch(parts[0]) && Array.Exists(parts, part => !Numeral().IsMatch(part)))
            && text is not ("和/或" or "与/或" or "及/或")
                ? parts
                : [text];
    }

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?%?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Han();

    // A number and what is counted: the beginning of a rate, unless all parts are numbers.
    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?\D+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Measured();

    [GeneratedRegex("[0-9〇零一二两三四五六七八九十百千万亿半]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numeral();
}

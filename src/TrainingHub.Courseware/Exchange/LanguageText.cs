using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// Of a text in several languages, as Moodle's filters write them (<c>&lt;span class="multilang" lang="zh"></c>, <c>{mlang zh}…{mlang}</c>), the Chinese one;
/// where there is none, the first.
/// </summary>
internal static partial class LanguageText
{
    /// <summary>The same object where there is but one language.</summary>
    public static string Choose(string html) =>
        html.Contains("lang", StringComparison.OrdinalIgnoreCase) ? Braces().Replace(Spans().Replace(html, One), One) : html;

    private static string One(Match texts)
    {
        var languages = texts.Groups["language"].Captures;
        var chosen = languages.Index().FirstOrDefault(language => language.Item.Value.Contains("zh", StringComparison.OrdinalIgnoreCase)).Index;
        return texts.Groups["text"].Captures[chosen].Value;
    }

    [GeneratedRegex("""(<span(?=[^>]*\bclass\s*=\s*["'][^"'>]*\bmultilang\b)(?=[^>]*\blang\s*=\s*["']?(?<language>[A-Za-z_-]+))[^>]*>(?<text>.*?)</span>\s*)+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spans();

    [GeneratedRegex(@"(\{mlang\s+(?<language>[A-Za-z_, -]+)\}(?<text>.*?)\{mlang\}\s*)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}

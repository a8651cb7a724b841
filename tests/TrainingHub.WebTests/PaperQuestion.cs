using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace TrainingHub.Tests;

/// <summary>A question as the page of an open attempt shows it.</summary>
/// <param name="Item">Its number on the paper, from 1.</param>
/// <param name="Version">The version of the answer that is saved; 0 for none.</param>
/// <param name="Options">With the letters of this paper.</param>
public sealed partial record PaperQuestion(int Item, int Version, string Stem, IReadOnlyList<(char Letter, string Text)> Options)
{
    public static IReadOnlyList<PaperQuestion> ReadAll(string html) =>
        [.. Fieldset().Matches(html).Select(found => new PaperQuestion(
            int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture),
            Words(StemPart().Match(found.Groups[3].Value).Groups[1].Value),
            [.. OptionPart().Matches(found.Groups[3].Value).Select(option => (option.Groups[1].Value[0], Words(option.Groups[2].Value)))]))];

    private static string Words(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    [GeneratedRegex("""(?s)<fieldset[^>]*\bid="q(\d+)"[^>]*\bdata-version="(\d+)"[^>]*>(.*?)</fieldset>""")]
    private static partial Regex Fieldset();

    [GeneratedRegex("""(?s)class="quiz-stem"[^>]*>(?:<span data-plain>[^<]*</span>)?(.*?)</span>\s*</legend>""")]
    private static partial Regex StemPart();

    [GeneratedRegex("""(?s)<input type="(?:radio|checkbox)"[^>]*\bvalue="([A-Z])"[^>]*>\s*<span class="k">[A-Z]</span>(.*?)</label>""")]
    private static partial Regex OptionPart();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}

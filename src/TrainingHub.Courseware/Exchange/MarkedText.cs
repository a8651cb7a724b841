using System.Net;
using System.Text.RegularExpressions;
using Markdig;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Text in one of the formats that Moodle knows, as plain text in a draft.</summary>
internal static partial class MarkedText
{
    /// <param name="draft">Is told what was left out.</param>
    /// <param name="format"><c>html</c>, <c>markdown</c>, <c>plain</c> or <c>plain_text</c>; anything else is plain unless it looks like markup.</param>
    /// <param name="text">The text.</param>
    /// <param name="pictures">Takes its pictures; null: there is no place for one, and it is said that it was left out.</param>
    public static string Read(ForeignDraft draft, string format, string text, List<FoundPicture>? pictures = null)
    {
        if (pictures is not null && Exact().Match(text) is { Success: true } own)
        {
            pictures.Add(new FoundPicture(WebUtility.HtmlDecode(own.Groups["address"].Value), WebUtility.HtmlDecode(own.Groups["alt"].Value)));
            return ForeignDraft.Clean(WebUtility.HtmlDecode(own.Groups["text"].Value.Replace("<br>", "\n", StringComparison.Ordinal)));
        }

        var html = format.ToLowerInvariant() switch
        {
            "html" => text,
            "markdown" => Markdown.ToHtml(text),
            "plain" or "plain_text" => null,
            _ => HtmlText.LooksLikeMarkup(text) ? text.ReplaceLineEndings("<br>") : null,
        };
        if (html is null)
        {
            return ForeignDraft.Clean(text);
        }

        var plain = HtmlText.Read(html);
        if (plain.Dropped.Count > 0)
        {
            draft.Note(ForeignFault.MarkupDropped, string.Join(", ", plain.Dropped));
        }

        if (plain.HasFormula)
        {
            draft.Note(ForeignFault.Unsupported, "MathML");
        }

        if (plain.HasLanguages)
        {
            draft.Note(ForeignFault.LanguageChosen);
        }

        if (pictures is null && plain.Pictures is [var first, ..])
        {
            draft.Note(ForeignFault.PictureDropped, first.Name);
        }

        pictures?.AddRange(plain.Pictures);
        return plain.Text;
    }

    /// <summary>Text with a picture below it, so that it comes back to the letter.</summary>
    public static string Write(string text, string address, string alt) =>
        $"<div class=\"{QtiReader.Plain}\">{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</div><p><img src=\"{WebUtility.HtmlEncode(address)}\" alt=\"{WebUtility.HtmlEncode(alt)}\"></p>";

    [GeneratedRegex("""^<div class="th-plain">(?<text>[^<]*(<br>[^<]*)*)</div><p><img src="(?<address>[^"]*)" alt="(?<alt>[^"]*)"></p>$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exact();
}

using Markdig;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Text in one of the formats that Moodle knows, as plain text in a draft.</summary>
internal static class MarkedText
{
    /// <param name="draft">Is told what was left out.</param>
    /// <param name="format"><c>html</c>, <c>markdown</c>, <c>plain</c> or <c>plain_text</c>; anything else is plain unless it looks like markup.</param>
    /// <param name="text">The text.</param>
    /// <param name="pictures">Takes the addresses of its pictures.</param>
    public static string Read(ForeignDraft draft, string format, string text, List<string>? pictures = null)
    {
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
        if (plain.HadMore)
        {
            draft.Note(ForeignFault.MarkupDropped);
        }

        pictures?.AddRange(plain.Pictures);
        return plain.Text;
    }
}

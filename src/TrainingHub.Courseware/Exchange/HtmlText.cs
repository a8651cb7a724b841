using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// HTML as plain text, by a list of what is understood: paragraphs and line breaks, lists, the cells of tables, raised and lowered signs, pictures by
/// their address. Every other element leaves its words only, scripts and the like not even these.
/// </summary>
internal sealed partial class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "ul", "ol", "table", "tbody", "thead", "tfoot", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "figure", "figcaption", "dl", "dt", "dd", "hr",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "object", "embed", "svg", "math", "head", "title", "template", "noscript", "textarea", "select", "audio", "video", "canvas",
    };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "i", "u", "em", "strong", "span", "font", "a", "small", "big", "code", "tt", "kbd", "s", "del", "ins", "mark", "abbr", "cite", "q", "label", "center", "html", "body", "colgroup", "col", "caption", "wbr", "nobr", "o:p",
    };

    private readonly StringBuilder text = new();
    private readonly List<FoundPicture> pictures = [];
    private readonly Stack<(bool IsOrdered, int Count)> lists = new();
    private readonly List<string> dropped = [];
    private bool hasFormula;
    private string raised = "";

    /// <summary>Whether a text looks like markup at all; what only has signs of its own, as a sum or a comparison has, does not.</summary>
    public static bool LooksLikeMarkup(string text) => Markup().IsMatch(text);

    public static PlainText Read(string html)
    {
        var reader = new HtmlText();
        var one = LanguageText.Choose(html);
        reader.ReadAll(one);
        var lines = reader.text.ToString().Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        var kept = new StringBuilder();
        var empty = 0;
        foreach (var line in lines)
        {
            empty = line.Length is 0 ? empty + 1 : 0;
            if (empty < 2)
            {
                kept.Append(line).Append('\n');
            }
        }

        return new PlainText(ForeignDraft.Clean(kept.ToString()), reader.pictures, reader.dropped, reader.hasFormula, !ReferenceEquals(one, html));
    }

    private void ReadAll(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                Say(html[at..]);
                return;
            }

            Say(html[at..open]);
            at = Tag(html, open);
        }
    }

    /// <summary>Reads the tag that begins there; what looks like none is a sign of its own.</summary>
    private int Tag(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        var next = open + 1 < html.Length ? html[open + 1] : ' ';
        if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
        {
            Say("&lt;");
            return open + 1;
        }

        var close = CloseOf(html, open);
        if (close < 0)
        {
            Say("&lt;");
            return open + 1;
        }

        var inside = html[(open + 1)..close];
        var isEnd = inside.StartsWith('/');
        var name = new string([.. inside.TrimStart('/').TakeWhile(sign => char.IsAsciiLetterOrDigit(sign) || sign is ':' or '-')]);
        if (!isEnd && Silent.Contains(name))
        {
            hasFormula |= name.Equals("math", StringComparison.OrdinalIgnoreCase);
            Drop(name.ToLowerInvariant());
            return inside.EndsWith('/') ? close + 1 : AfterEndOf(html, name, close + 1);
        }

        Element(name, isEnd, inside);
        return close + 1;
    }

    private void Drop(string name)
    {
        if (!dropped.Contains(name, StringComparer.Ordinal) && dropped.Count < 10)
        {
            dropped.Add(name);
        }
    }

    private void Element(string name, bool isEnd, string inside)
    {
        if (Handler().Match(inside) is { Success: true } handler)
        {
            Drop(handler.Groups["name"].Value.ToLowerInvariant());
        }

        switch (name.ToLowerInvariant())
        {
            case "br":
                text.Append('\n');
                break;
            case "ul" or "ol":
                List(name, isEnd);
                break;
            case "li" when !isEnd:
                Item();
                break;
            case "td" or "th" when !isEnd && text.Length > 0 && text[^1] is not '\n':
                text.Append(" | ");
                break;
            case "sub" or "sup":
                raised = isEnd ? "" : name.ToLowerInvariant();
                break;
            case "img" when Source().Match(inside) is { Success: true } source:
                pictures.Add(new FoundPicture(WebUtility.HtmlDecode(source.Groups["address"].Value), WebUtility.HtmlDecode(Alternative().Match(inside).Groups["alt"].Value)));
                break;
            case var known when Blocks.Contains(known):
                Break();
                break;
            case "" or "li" or "td" or "th" or "img":
                break;
            case var other when !Words.Contains(other):
                Drop(other);
                break;
            default:
                break;
        }
    }

    private void List(string name, bool isEnd)
    {
        Break();
        if (!isEnd && lists.Count < 20)
        {
            lists.Push((name.Equals("ol", StringComparison.OrdinalIgnoreCase), 0));
        }
        else if (isEnd)
        {
            lists.TryPop(out _);
        }
    }

    private void Item()
    {
        Break();
        if (lists.TryPop(out var list))
        {
            lists.Push(list with { Count = list.Count + 1 });
            text.Append(list.IsOrdered ? FormattableString.Invariant($"{list.Count + 1}. ") : "- ");
        }
    }

    private void Break()
    {
        if (text.Length > 0 && text[^1] is not '\n')
        {
            text.Append('\n');
        }
    }

    private void Say(string html)
    {
        if (html.Length is 0)
        {
            return;
        }

        // A line break in the source of HTML is a blank.
        var words = Spaces().Replace(WebUtility.HtmlDecode(html).Replace('\u00A0', ' '), " ");
        text.Append(raised switch
        {
            "sup" => Raise(words, "⁰¹²³⁴⁵⁶⁷⁸⁹", '⁺', '⁻', "^"),
            "sub" => Raise(words, "₀₁₂₃₄₅₆₇₈₉", '₊', '₋', "_"),
            _ => text.Length is 0 || text[^1] is '\n' ? words.TrimStart() : words,
        });
    }

    private static string Raise(string words, string digits, char plus, char minus, string sign) =>
        words.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '-')
            ? string.Concat(words.Select(letter => letter is '+' ? plus : letter is '-' ? minus : digits[letter - '0']))
            : $"{sign}({words.Trim()})";

    private static int CloseOf(string html, int open)
    {
        var quote = '\0';
        for (var at = open + 1; at < html.Length; at++)
        {
            if (quote is not '\0')
            {
                quote = html[at] == quote ? '\0' : quote;
            }
            else if (html[at] is '>')
            {
                return at;
            }
            else if (html[at] is '"' or '\'' && html[at - 1] is '=' or ' ')
            {
                quote = html[at];
            }
        }

        return quote is '\0' ? -1 : html.IndexOf('>', open);
    }

    private static int AfterEndOf(string html, string name, int from)
    {
        var end = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        var close = end < 0 ? -1 : html.IndexOf('>', end);
        return close < 0 ? html.Length : close + 1;
    }

    [GeneratedRegex(@"[ \t\r\n\f]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("""\bsrc\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^\s>]+))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Source();

    [GeneratedRegex("""\balt\s*=\s*(?:"(?<alt>[^"]*)"|'(?<alt>[^']*)'|(?<alt>[^\s>"']+))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alternative();

    // onclick="…", href="javascript:…": never kept, and said.
    [GeneratedRegex("""[\s"'/](?<name>on[a-z]{3,20})\s*=|=\s*["']?\s*(?<name>javascript|vbscript)\s*:""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Handler();

    [GeneratedRegex("</?(p|br|b|i|u|em|strong|span|div|img|ul|ol|li|table|tr|td|sub|sup|a|h[1-6]|script|iframe|style|font|svg|math|object|embed|video|audio|form|input|button|link|meta|base)\\b[^<>]*>|&(nbsp|lt|gt|amp|quot|#\\d+);", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}

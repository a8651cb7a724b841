using System.Net;

namespace TrainingHub.Courses;

/// <summary>A piece of a lesson's published text. Reads what our own renderer writes; anything else is read as well as it goes and never refused.</summary>
/// <param name="Name">Of the element; empty for text.</param>
/// <param name="Attributes">What stands in its tag.</param>
/// <param name="Text">Of a piece of text; empty for an element.</param>
internal sealed record MarkupNode(string Name, string Attributes, string Text)
{
    private static readonly string[] Void = ["area", "br", "col", "hr", "img", "input", "source", "track", "use", "wbr"];
    private readonly List<MarkupNode> _children = [];

    public IReadOnlyList<MarkupNode> Children => _children;

    /// <summary>All text inside.</summary>
    public string AllText => Text + string.Concat(_children.Select(child => child.AllText));

    public bool Is(params ReadOnlySpan<string> names) => names.Contains(Name);

    public bool HasClass(string name) => (Attribute("class") ?? "").Split(' ').Contains(name, StringComparer.Ordinal);

    /// <summary>The value of an attribute; null when it has none of this name.</summary>
    public string? Attribute(string name)
    {
        var start = $" {Attributes}".IndexOf($" {name}=\"", StringComparison.Ordinal);
        return start < 0 ? null : WebUtility.HtmlDecode(Attributes[(start + name.Length + 2)..].Split('"')[0]);
    }

    /// <summary>Reads a text into one nameless node that holds everything.</summary>
    public static MarkupNode Read(string html)
    {
        var open = new Stack<MarkupNode>([new MarkupNode("", "", "")]);
        for (var at = 0; at < html.Length;)
        {
            var next = html.IndexOf('<', at);
            var end = next < 0 ? -1 : html.IndexOf('>', next);
            if (next < 0 || end < 0)
            {
                open.Peek().AddText(html[at..]);
                break;
            }

            open.Peek().AddText(html[at..next]);
            ReadTag(html[(next + 1)..end], open);
            at = end + 1;
        }

        return open.Last();
    }

    private static void ReadTag(string tag, Stack<MarkupNode> open)
    {
        if (tag.StartsWith('/'))
        {
            var name = tag[1..].Trim();
            while (open.Count > 1 && open.Any(node => node.Is(name)) && !open.Pop().Is(name))
            {
                // What was left open inside ends here, too.
            }

            return;
        }

        var words = tag.TrimEnd('/', ' ').Split(' ', 2);
        var element = new MarkupNode(words[0], words.Length > 1 ? words[1] : "", "");
        open.Peek()._children.Add(element);
        if (!tag.EndsWith('/') && !element.Is(Void))
        {
            open.Push(element);
        }
    }

    private void AddText(string html)
    {
        if (html.Length > 0)
        {
            _children.Add(new MarkupNode("", "", WebUtility.HtmlDecode(html)));
        }
    }
}

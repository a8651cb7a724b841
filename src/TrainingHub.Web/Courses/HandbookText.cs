using System.Globalization;
using System.Text;
using TrainingHub.Documents;

namespace TrainingHub.Courses;

/// <summary>A lesson's published text as blocks that flow over printed pages.</summary>
/// <param name="pictures">Pictures of the course that can be printed, by their address.</param>
/// <param name="site">Where the application is, without a slash at the end: videos are watched there.</param>
internal sealed class HandbookText(IReadOnlyDictionary<string, Picture> pictures, string site)
{
    // What whoever entered a clause says of it; the cover says it once for all.
    private const string Aside = "（本系统转述）";

    // The renderer's link to the page of a clause: nobody can open it on paper.
    private const string ClauseLink = "打开条款页";

    public IReadOnlyList<FlowBlock> Of(string html) => [.. BlocksOf(MarkupNode.Read(html.Replace(Aside, "", StringComparison.Ordinal)))];

    private IEnumerable<FlowBlock> BlocksOf(MarkupNode parent)
    {
        var loose = new List<Span>();
        foreach (var node in parent.Children)
        {
            if (IsInline(node))
            {
                AddSpans(node, FontWeight.Regular, loose);
                continue;
            }

            foreach (var block in Paragraph(loose).Concat(BlockOf(node)))
            {
                yield return block;
            }

            loose = [];
        }

        foreach (var block in Paragraph(loose))
        {
            yield return block;
        }
    }

    private IEnumerable<FlowBlock> BlockOf(MarkupNode node) => node.Name switch
    {
        "h2" => [new FlowBlock.Heading(2, Line(node.AllText))],
        "h3" or "h4" or "h5" or "h6" => [new FlowBlock.Heading(3, Line(node.AllText))],
        "p" => Paragraph(SpansOf(node)),
        "ul" or "ol" => ItemsOf(node, 0),
        "table" => [TableOf(node)],
        "div" when node.HasClass("hazard") => [BoxOf(node, Colour.Danger)],
        "div" when node.HasClass("warning") => [BoxOf(node, Colour.Warning)],
        "div" when node.HasClass("case") => [BoxOf(node, Colour.ThirdInk)],
        "details" => [BoxOf(node, Colour.Accent)],
        "figure" => FigureOf(node),
        "svg" or "video" or "summary" => [],
        _ => BlocksOf(node),
    };

    private FlowBlock.Box BoxOf(MarkupNode node, Colour colour)
    {
        var tag = node.Children.FirstOrDefault(child => child.HasClass("th-tag") || child.Is("summary"));
        return new FlowBlock.Box(colour, tag is null ? "" : Line(tag.AllText), [.. node.Children.Where(child => child != tag).SelectMany(child => IsInline(child) ? Paragraph(SpansOf(child)) : BlockOf(child))]);
    }

    private IEnumerable<FlowBlock> ItemsOf(MarkupNode list, int depth)
    {
        var number = int.TryParse(list.Attribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Children.Where(child => child.Is("li")))
        {
            var spans = new List<Span>();
            foreach (var child in item.Children.Where(child => !child.Is("ul", "ol", "table", "div")))
            {
                AddSpans(child, FontWeight.Regular, spans);
            }

            yield return new FlowBlock.ListItem(list.Is("ol") ? string.Create(CultureInfo.InvariantCulture, $"{number++}.") : "•", depth, Trim(spans));
            foreach (var block in item.Children.Where(child => child.Is("ul", "ol", "table", "div")).SelectMany(child => child.Is("ul", "ol") ? ItemsOf(child, depth + 1) : BlockOf(child)))
            {
                yield return block;
            }
        }
    }

    /// <summary>A picture with its caption; of a video the caption and where it can be watched.</summary>
    private IEnumerable<FlowBlock> FigureOf(MarkupNode figure)
    {
        var caption = Line(string.Concat(figure.Children.Where(child => child.Is("figcaption")).Select(child => child.AllText)));
        foreach (var node in figure.Children)
        {
            if (node.Is("img") && pictures.TryGetValue(node.Attribute("src") ?? "", out var picture))
            {
                yield return new FlowBlock.Photograph(picture, node.Attribute("alt") ?? "", caption);
            }
            else if (node.Is("img"))
            {
                yield return new FlowBlock.Paragraph([new Span($"〔图：{node.Attribute("alt")}〕{caption}")]);
            }
            else if (node.Is("video"))
            {
                yield return new FlowBlock.Paragraph([new Span($"〔视频：{node.Attribute("aria-label")}〕{caption}"), new Span($"　观看：{site}{node.Attribute("src")}")]);
            }
        }
    }

    private static FlowBlock.Table TableOf(MarkupNode table)
    {
        var rows = table.Children.SelectMany(part => part.Is("tr") ? [part] : part.Children.Where(child => child.Is("tr"))).ToList();
        var head = rows.Find(row => row.Children.Any(cell => cell.Is("th")));
        return new FlowBlock.Table(head is null ? [] : CellsOf(head), [.. rows.Where(row => row != head).Select(CellsOf)]);
    }

    private static IReadOnlyList<IReadOnlyList<Span>> CellsOf(MarkupNode row) => [.. row.Children.Where(cell => cell.Is("td", "th")).Select(SpansOf)];

    private static IEnumerable<FlowBlock> Paragraph(IReadOnlyList<Span> spans) =>
        Trim(spans) is { Count: > 0 } kept ? [new FlowBlock.Paragraph(kept)] : [];

    private static bool IsInline(MarkupNode node) => node.Name.Length == 0 || node.Is("a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "mark", "s", "span", "strong", "sub", "sup", "svg");

    private static IReadOnlyList<Span> SpansOf(MarkupNode node)
    {
        var spans = new List<Span>();
        AddSpans(node, FontWeight.Regular, spans);
        return Trim(spans);
    }

    private static void AddSpans(MarkupNode node, FontWeight weight, List<Span> spans)
    {
        if (node.Is("svg") || string.Equals(node.AllText, ClauseLink, StringComparison.Ordinal))
        {
            return;
        }

        if (node.Is("img"))
        {
            spans.Add(new Span($"〔图：{node.Attribute("alt")}〕", weight));
        }
        else if (node.Text.Length > 0)
        {
            spans.Add(new Span(Spaced(node.Text), weight));
        }

        foreach (var child in node.Children)
        {
            AddSpans(child, node.Is("b", "strong") ? FontWeight.Bold : weight, spans);
        }
    }

    private static List<Span> Trim(IReadOnlyList<Span> spans)
    {
        var kept = spans.Where(span => span.Text.Length > 0).ToList();
        if (kept.Count > 0)
        {
            kept[0] = kept[0] with { Text = kept[0].Text.TrimStart() };
            kept[^1] = kept[^1] with { Text = kept[^1].Text.TrimEnd() };
        }

        kept.RemoveAll(span => span.Text.Length == 0);
        return kept;
    }

    private static string Line(string text) => Spaced(text).Trim();

    /// <summary>A break between two Chinese characters is none; any other white space is one space.</summary>
    private static string Spaced(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not (' ' or '\n' or '\r' or '\t'))
            {
                result.Append(text[at]);
                continue;
            }

            var start = at;
            while (at + 1 < text.Length && text[at + 1] is (' ' or '\n' or '\r' or '\t'))
            {
                at++;
            }

            var isBreak = text.AsSpan(start, at - start + 1).Contains('\n');
            if (!isBreak || start == 0 || at + 1 == text.Length || text[start - 1] < 0x2E80 || text[at + 1] < 0x2E80)
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }
}

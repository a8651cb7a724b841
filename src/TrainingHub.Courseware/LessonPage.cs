using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TrainingHub.Courseware.Media;
using TrainingHub.Courseware.Rendering;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Turns a lesson's Markdown into HTML that is safe to send, and says what in it is wrong.</summary>
internal sealed partial class LessonPage(StandardShelf shelf, MediaShelf media, ProblemLog log)
{
    private static readonly string[] Blocks = ["hazard", "case", "warning", "clause", "picture", "video"];

    // A phone shows about ten Chinese characters a line beside three other columns; more is read by scrolling alone.
    private const int MostColumns = 4;

    private readonly MarkdownPipeline pipeline = BuildPipeline();

    /// <param name="markdown">The body, without front matter.</param>
    /// <param name="start">Place of the line before the body's first one.</param>
    public RenderedLesson Render(string markdown, Place start)
    {
        var cited = new List<ClauseName>();
        try
        {
            var document = Markdown.Parse(markdown, pipeline);
            CheckBlocks(document, start);
            CheckLinks(document, start);
            CheckTables(document, start);
            CheckMarkup(document, markdown, start);
            using var writer = new StringWriter();
            RendererFor(writer, start, cited).Render(document);
            return new RenderedLesson(writer.ToString().Trim(), [.. cited.Distinct()]);
        }
        catch (ArgumentException)
        {
            // What Markdig throws past its limit of nesting, in parsing or in rendering; it has no type of its own for that.
            log.Error(
                start,
                "markdown-too-deep",
                ("引用、列表、括号或者强调嵌套太深。", "Quotes, lists, brackets or emphasis are nested too deep."),
                ("减少嵌套层数。", "Nest less deep."));
            return new RenderedLesson("", []);
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseCjkFriendlyEmphasis();

        // The parser alone: the whole extension would also read “::” inside a sentence.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }

    private HtmlRenderer RendererFor(TextWriter writer, Place start, List<ClauseName> cited)
    {
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new SafeLinkRenderer());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(new SafeAutolinkRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.Add(new LessonBlockRenderer(
            block => FindClause(block, start, cited),
            block => MediaBlock.Read(block, media, PlaceOf(block.Line, start), log)?.Write(renderer, media)));
        return renderer;
    }

    private CitedClause? FindClause(CustomContainer block, Place start, List<ClauseName> cited)
    {
        var place = PlaceOf(block.Line, start);
        var words = (block.Arguments ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is not [var slug, var number])
        {
            log.Error(
                place,
                "clause-block-incomplete",
                ("条款块没有写全标准和条号。", "The clause block does not name a standard and a clause."),
                ("写成“::: clause 标准名称 条号”。", "Write '::: clause standard-slug number'."));
            return null;
        }

        if (shelf.CiteCurrent(slug, place, log) is not { } edition || StandardShelf.CiteClause(edition, number, place, log) is not { } clause)
        {
            return null;
        }

        cited.Add(new ClauseName(edition.Name, clause.Number));
        return new CitedClause(edition, clause);
    }

    private void CheckBlocks(MarkdownDocument document, Place start)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => heading.Level is 1))
        {
            log.Error(
                PlaceOf(heading.Line, start),
                "heading-too-high",
                ("课文里用了一级标题。", "The lesson uses a first-level heading."),
                ("标题从“##”开始；课时名称已经是一级标题。", "Start headings at '##'; the lesson's title is the first level."));
        }

        foreach (var block in document.Descendants<CustomContainer>())
        {
            CheckBlock(block, PlaceOf(block.Line, start));
        }
    }

    private void CheckBlock(CustomContainer block, Place place)
    {
        if (!Blocks.Contains(block.Info, StringComparer.Ordinal))
        {
            log.Error(
                place,
                "block-unknown",
                ($"不认识的内容块“{block.Info}”。", $"Unknown block '{block.Info}'."),
                ($"可以用的内容块：{string.Join("、", Blocks)}。", $"Known blocks: {string.Join(", ", Blocks)}."));
        }

        if (block.ClosingFencedCharCount is 0)
        {
            log.Error(
                place,
                "block-not-closed",
                ("内容块没有结束。", "The block is not closed."),
                ("在内容块后面单独写一行“:::”。", "Write a line ':::' after the block."));
        }
    }

    private void CheckLinks(MarkdownDocument document, Place start)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage)
            {
                log.Error(
                    PlaceOf(link.Line, start),
                    "picture-unsupported",
                    ("图片不能这样放。", "Pictures are not put in this way."),
                    ("上传图片，写成“::: picture 文件.jpg 说明”，中间写替代文字，再写一行“:::”。", "Upload the picture and write '::: picture file.jpg caption', the alternative text, and a line ':::'."));
            }
            else if (!SafeAddress.IsSafe(link.Url))
            {
                Refuse(link.Url, PlaceOf(link.Line, start));
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => link.IsEmail || !SafeAddress.IsSafe(link.Url)))
        {
            Refuse(link.Url, PlaceOf(link.Line, start));
        }
    }

    private void CheckTables(MarkdownDocument document, Place start)
    {
        foreach (var table in document.Descendants<Table>())
        {
            // Pipe tables carry one definition more than they have columns when their lines end with a pipe.
            var columns = table.OfType<TableRow>().Select(row => row.Count).DefaultIfEmpty().Max();
            if (columns > MostColumns)
            {
                log.Warning(
                    PlaceOf(table.Line, start),
                    "table-too-wide",
                    ($"表格有{columns}列，手机上要左右滑动才能看全。", $"The table has {columns} columns; on a phone it has to be scrolled sideways."),
                    ($"减到{MostColumns}列以内：合并几列，拆成两张表，或者改成列表。", $"Keep to {MostColumns} columns: merge some, split the table, or make it a list."));
            }
        }
    }

    /// <summary>HTML is shown as it was typed, never carried out; an author who wrote some expects something else.</summary>
    private void CheckMarkup(MarkdownDocument document, string markdown, Place start)
    {
        var code = document.Descendants<CodeBlock>().Select(block => (block.Span.Start, block.Span.End))
            .Concat(document.Descendants<CodeInline>().Select(inline => (inline.Span.Start, inline.Span.End))).ToList();
        var told = -1;
        foreach (Match tag in Markup().Matches(markdown))
        {
            var line = markdown.AsSpan(0, tag.Index).Count('\n');
            if (line == told || code.Exists(span => span.Start <= tag.Index && tag.Index <= span.End))
            {
                continue;
            }

            told = line;
            log.Warning(
                PlaceOf(line, start),
                "html-shown-as-text",
                ("课文里的HTML不起作用，学员看到的是这些代码本身。", "HTML does nothing in a lesson: learners see the code itself."),
                ("改用Markdown和内容块；图片、视频用“::: picture”和“::: video”。", "Use Markdown and blocks instead; '::: picture' and '::: video' for pictures and videos."));
        }
    }

    [GeneratedRegex("</?(script|style|iframe|object|embed|svg|img|video|audio|form|input|button|link|meta|div|span|table|font|center|br|a|b|i|u|p)(\\s[^<>]*)?/?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Markup();

    private void Refuse(string? address, Place place) =>
        log.Error(
            place,
            "link-unsafe",
            ($"链接“{address}”不能用。", $"The link '{address}' is not allowed."),
            ("只用http、https开头的网址或者本站内的相对地址。", "Use http or https addresses, or relative ones."));

    private static Place PlaceOf(int line, Place start) => start with { Line = (start.Line ?? 0) + line + 1 };
}

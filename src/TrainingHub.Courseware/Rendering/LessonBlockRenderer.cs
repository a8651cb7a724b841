using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using TrainingHub.Standards;

namespace TrainingHub.Courseware.Rendering;

/// <summary>The blocks between lines of colons: hazard, case, warning, clause, picture, video.</summary>
/// <param name="findClause">The clause that a block names; null when there is none.</param>
/// <param name="writeMedia">Writes a picture or a video.</param>
internal sealed class LessonBlockRenderer(Func<CustomContainer, CitedClause?> findClause, Action<CustomContainer> writeMedia) : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer block)
    {
        renderer.EnsureLine();
        switch (block.Info)
        {
            case "hazard":
                WriteBlock(renderer, block, "hazard", "alert-triangle", "重大事故隐患：直接判定");
                break;
            case "case":
                WriteBlock(renderer, block, "case", "file-text", Titled("案例", block.Arguments));
                break;
            case "warning":
                WriteBlock(renderer, block, "warning", "alert-circle", Titled("注意", block.Arguments));
                break;
            case "clause" when findClause(block) is { } cited:
                WriteClause(renderer, block, cited);
                break;
            case var info when MediaBlock.IsMedia(info):
                writeMedia(block);
                break;
            default:
                renderer.WriteChildren(block);
                break;
        }
    }

    private static string Titled(string word, string? title) => string.IsNullOrWhiteSpace(title) ? word : $"{word}：{title.Trim()}";

    private static void WriteBlock(HtmlRenderer renderer, CustomContainer block, string name, string icon, string tag)
    {
        renderer.WriteLine($"<div class=\"th-block {name}\">");
        renderer.Write("<p class=\"th-tag\">").Write(Icon(icon)).WriteEscape(tag).WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.WriteLine("</div>");
    }

    private static void WriteClause(HtmlRenderer renderer, CustomContainer block, CitedClause cited)
    {
        var (edition, clause) = (cited.Edition, cited.Clause);
        renderer.WriteLine("<details class=\"th-clause\">");
        renderer.Write("<summary>").Write(Icon("book-2")).Write("<span>").WriteEscape($"《{edition.Title}》{clause.Number}");
        renderer.Write("</span>").Write(Icon("chevron-down", "icon turn")).WriteLine("</summary>");
        renderer.WriteLine("<div>");
        renderer.Write("<blockquote><p>").WriteEscape(clause.Text).WriteLine("</p></blockquote>");
        renderer.WriteChildren(block);
        renderer.Write("<p class=\"th-small th-mute\">").WriteEscape($"{edition.Number}，{NameOf(edition)}，");
        renderer.Write(ClauseBadge.Of(edition.Status, isAhead: false)).Write(ClauseBadge.Note);
        var address = $"/standards/{edition.Slug}/clauses/{Uri.EscapeDataString(clause.Number)}?edition={Uri.EscapeDataString(edition.Edition)}";
        renderer.Write("<a href=\"").WriteEscapeUrl(address).WriteLine("\">打开条款页</a></p>");
        renderer.WriteLine("</div>");
        renderer.WriteLine("</details>");
    }

    // An edition named by its year reads as 2024年版, any other name stands as it is.
    private static string NameOf(StandardEdition edition) =>
        edition.Edition.All(char.IsAsciiDigit) ? $"{edition.Edition}年版" : edition.Edition;

    private static string Icon(string name, string classes = "icon") =>
        $"<svg class=\"{classes}\" aria-hidden=\"true\"><use href=\"/icons.svg#{name}\"/></svg>";
}

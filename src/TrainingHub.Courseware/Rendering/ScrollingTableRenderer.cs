using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TrainingHub.Courseware.Rendering;

/// <summary>
/// A table inside a region that scrolls on narrow screens, named after the heading above it. Written out here because
/// Markdig's own aligns by inline styles, which the site's content security policy forbids.
/// </summary>
internal sealed class ScrollingTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"th-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").WriteEscape(NameOf(table)).WriteLine("\">");
        renderer.WriteLine("<table class=\"table\">");
        WriteRows(renderer, table, "thead", table.OfType<TableRow>().Where(row => row.IsHeader));
        WriteRows(renderer, table, "tbody", table.OfType<TableRow>().Where(row => !row.IsHeader));
        renderer.WriteLine("</table>");
        renderer.WriteLine("</div>");
    }

    private static void WriteRows(HtmlRenderer renderer, Table table, string part, IEnumerable<TableRow> rows)
    {
        var any = false;
        foreach (var row in rows)
        {
            renderer.WriteLine(any ? "<tr>" : $"<{part}>\n<tr>");
            any = true;
            foreach (var (column, cell) in row.OfType<TableCell>().Index())
            {
                WriteCell(renderer, cell, row.IsHeader, IsRightAligned(table, column));
            }

            renderer.WriteLine("</tr>");
        }

        if (any)
        {
            renderer.WriteLine($"</{part}>");
        }
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, bool isHeader, bool isNumber)
    {
        renderer.Write(isHeader ? "<th scope=\"col\"" : "<td").Write(isNumber ? " class=\"num\">" : ">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine(isHeader ? "</th>" : "</td>");
    }

    private static bool IsRightAligned(Table table, int column) =>
        column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment is TableColumnAlign.Right;

    private static string NameOf(Table table)
    {
        var heading = (table.Parent ?? (ContainerBlock)table)
            .TakeWhile(block => block != table)
            .OfType<HeadingBlock>()
            .LastOrDefault();
        var words = string.Concat(heading?.Inline?.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()) ?? []);
        return words.Length is 0 ? "表格" : $"表格：{words}";
    }
}

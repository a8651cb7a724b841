using System.Globalization;

namespace TrainingHub.Documents;

/// <summary>
/// Says which marked part of which page is a heading, a paragraph or a figure, in reading order, so that the document can be
/// read aloud.
/// </summary>
internal sealed class PdfStructure(PdfFile file)
{
    private readonly int _root = file.Reserve();
    private readonly int _document = file.Reserve();
    private readonly List<int> _elements = [];
    private readonly List<List<int>> _pages = [];
    private int _page;

    public void BeginPage(int page)
    {
        _page = page;
        _pages.Add([]);
    }

    /// <summary>The number by which the page's content marks the new element.</summary>
    /// <param name="kind">A standard structure type: H1, P, Figure.</param>
    public int Add(string kind, string? alternative = null)
    {
        var mark = _pages[^1].Count;
        var spoken = alternative is null ? "" : $"/Alt{PdfFile.TextString(alternative)}";
        var element = file.Object($"<</Type/StructElem/S/{kind}/P {_document} 0 R/Pg {_page} 0 R/K {mark}{spoken}>>");
        _elements.Add(element);
        _pages[^1].Add(element);
        return mark;
    }

    /// <summary>Writes the tree; returns the number of its root.</summary>
    public int Finish()
    {
        var parents = _pages.Select((elements, page) =>
            string.Create(CultureInfo.InvariantCulture, $"{page} [{PdfRenderer.References(elements)}]"));
        file.Object(_document, $"<</Type/StructElem/S/Document/P {_root} 0 R/K[{PdfRenderer.References(_elements)}]>>");
        file.Object(
            _root,
            $"<</Type/StructTreeRoot/K {_document} 0 R/ParentTree<</Nums[{string.Join(' ', parents)}]>>"
            + $"/ParentTreeNextKey {_pages.Count}>>");
        return _root;
    }
}

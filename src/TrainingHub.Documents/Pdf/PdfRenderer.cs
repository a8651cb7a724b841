using System.Globalization;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>Writes sheets as one PDF 1.7: fonts embedded as subsets, text that can be searched, tagged in reading order.</summary>
public static class PdfRenderer
{
    public static byte[] Render(DocumentFacts facts, IReadOnlyList<Sheet> sheets, IReadOnlyList<Bookmark>? bookmarks = null)
    {
        if (sheets.Count == 0)
        {
            throw new ArgumentException("A PDF has at least one page.", nameof(sheets));
        }

        var fonts = CollectFonts(sheets);
        var file = new PdfFile();
        var tree = file.Reserve();
        var structure = new PdfStructure(file);
        var pictures = CollectPictures(sheets);
        var images = string.Concat(pictures.Select(picture => $"/{picture.Value} {WritePicture(file, picture.Key)} 0 R"));
        var resources = file.Object(
            $"<</Font<<{string.Concat(fonts.Values.Select(f => $"/{f.Resource} {f.Write(file)} 0 R"))}>>{(images.Length > 0 ? $"/XObject<<{images}>>" : "")}>>");
        var pages = new List<int>(sheets.Count);
        foreach (var sheet in sheets)
        {
            pages.Add(WritePage(file, sheet, fonts, pictures, structure, tree, resources, pages.Count));
        }

        file.Object(tree, $"<</Type/Pages/Kids[{References(pages)}]/Count {pages.Count.ToString(CultureInfo.InvariantCulture)}>>");
        var catalog = file.Object(
            $"<</Type/Catalog/Pages {tree} 0 R/Lang({facts.Language})/MarkInfo<</Marked true>>/StructTreeRoot {structure.Finish()} 0 R"
            + $"/ViewerPreferences<</DisplayDocTitle true>>{(bookmarks is { Count: > 0 } ? Outlines(file, bookmarks, pages) : "")}>>");
        var day = facts.CreatedOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var information = file.Object(
            $"<</Title{PdfFile.TextString(facts.Title)}/Producer(TrainingHub)/CreationDate(D:{day}000000Z)>>");
        return file.Finish(catalog, information);
    }

    /// <summary>The catalogue's entry for a flat list of bookmarks.</summary>
    private static string Outlines(PdfFile file, IReadOnlyList<Bookmark> bookmarks, List<int> pages)
    {
        var root = file.Reserve();
        var items = bookmarks.Select(_ => file.Reserve()).ToList();
        foreach (var (index, bookmark) in bookmarks.Index())
        {
            var previous = index > 0 ? $"/Prev {items[index - 1]} 0 R" : "";
            var following = index + 1 < items.Count ? $"/Next {items[index + 1]} 0 R" : "";
            file.Object(items[index], $"<</Title{PdfFile.TextString(bookmark.Title)}/Parent {root} 0 R{previous}{following}/Dest[{pages[bookmark.Page]} 0 R/Fit]>>");
        }

        file.Object(root, $"<</Type/Outlines/First {items[0]} 0 R/Last {items[^1]} 0 R/Count {items.Count}>>");
        return $"/Outlines {root} 0 R/PageMode/UseOutlines";
    }

    internal static string References(IEnumerable<int> objects) => string.Join(' ', objects.Select(number => $"{number} 0 R"));

    private static int WritePage(
        PdfFile file, Sheet sheet, Dictionary<FontWeight, PdfFont> fonts, Dictionary<Picture, string> pictures, PdfStructure structure, int tree, int resources, int index)
    {
        var page = file.Reserve();
        structure.BeginPage(page);
        var content = new PdfContent(sheet.Size, fonts, pictures, structure).Draw(sheet.Drawings);
        var stream = file.Stream(Encoding.ASCII.GetBytes(content));
        var width = PdfFile.Number(Units.Points(sheet.Size.Width));
        var height = PdfFile.Number(Units.Points(sheet.Size.Height));
        file.Object(
            page,
            $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {width} {height}]/Resources {resources} 0 R/Contents {stream} 0 R"
            + $"/StructParents {index}/Tabs/S>>");
        return page;
    }

    /// <summary>Each picture once, by the name under which pages draw it.</summary>
    private static Dictionary<Picture, string> CollectPictures(IReadOnlyList<Sheet> sheets) => sheets
        .SelectMany(sheet => sheet.Drawings).OfType<Drawing.Photograph>().Select(drawing => drawing.Picture).Distinct()
        .Index().ToDictionary(entry => entry.Item, entry => string.Create(CultureInfo.InvariantCulture, $"P{entry.Index + 1}"));

    private static int WritePicture(PdfFile file, Picture picture) => file.Compressed(
        picture.Data.Span,
        string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {picture.PixelWidth}/Height {picture.PixelHeight}{picture.Dictionary}"));

    private static Dictionary<FontWeight, PdfFont> CollectFonts(IReadOnlyList<Sheet> sheets)
    {
        var spans = sheets
            .SelectMany(sheet => sheet.Drawings)
            .OfType<Drawing.Text>()
            .SelectMany(text => text.Lines)
            .SelectMany(line => line.Spans);
        return spans.GroupBy(span => span.Weight).OrderBy(group => group.Key).ToDictionary(
            group => group.Key,
            group => new PdfFont(
                sheets[0].Fonts[group.Key],
                group.Key,
                group.SelectMany(span => span.Text.EnumerateRunes()).Select(rune => rune.Value)));
    }
}

using System.Globalization;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>Writes sheets as one PDF 1.7: fonts embedded as subsets, text that can be searched, tagged in reading order.</summary>
public static class PdfRenderer
{
    public static byte[] Render(DocumentFacts facts, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
        {
            throw new ArgumentException("A PDF has at least one page.", nameof(sheets));
        }

        var fonts = CollectFonts(sheets);
        var file = new PdfFile();
        var tree = file.Reserve();
        var structure = new PdfStructure(file);
        var resources = file.Object($"<</Font<<{string.Concat(fonts.Values.Select(f => $"/{f.Resource} {f.Write(file)} 0 R"))}>>>>");
        var pages = new List<int>(sheets.Count);
        foreach (var sheet in sheets)
        {
            pages.Add(WritePage(file, sheet, fonts, structure, tree, resources, pages.Count));
        }

        file.Object(tree, $"<</Type/Pages/Kids[{References(pages)}]/Count {pages.Count.ToString(CultureInfo.InvariantCulture)}>>");
        var catalog = file.Object(
            $"<</Type/Catalog/Pages {tree} 0 R/Lang({facts.Language})/MarkInfo<</Marked true>>/StructTreeRoot {structure.Finish()} 0 R"
            + "/ViewerPreferences<</DisplayDocTitle true>>>>");
        var day = facts.CreatedOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var information = file.Object(
            $"<</Title{PdfFile.TextString(facts.Title)}/Producer(TrainingHub)/CreationDate(D:{day}000000Z)>>");
        return file.Finish(catalog, information);
    }

    internal static string References(IEnumerable<int> objects) => string.Join(' ', objects.Select(number => $"{number} 0 R"));

    private static int WritePage(
        PdfFile file, Sheet sheet, Dictionary<FontWeight, PdfFont> fonts, PdfStructure structure, int tree, int resources, int index)
    {
        var page = file.Reserve();
        structure.BeginPage(page);
        var content = new PdfContent(sheet.Size, fonts, structure).Draw(sheet.Drawings);
        var stream = file.Stream(Encoding.ASCII.GetBytes(content));
        var width = PdfFile.Number(Units.Points(sheet.Size.Width));
        var height = PdfFile.Number(Units.Points(sheet.Size.Height));
        file.Object(
            page,
            $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {width} {height}]/Resources {resources} 0 R/Contents {stream} 0 R"
            + $"/StructParents {index}/Tabs/S>>");
        return page;
    }

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

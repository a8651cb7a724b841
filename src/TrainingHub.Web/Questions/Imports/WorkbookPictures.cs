using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>Pictures that lie on the sheets of a workbook, by sheet and row. The workbook was judged before: it is no bomb.</summary>
internal static class WorkbookPictures
{
    private const int Most = 2000;
    private const long MostBytes = 100L * 1024 * 1024;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };

    /// <summary>Rows from zero.</summary>
    public static ILookup<(string Sheet, int Row), RowPicture> Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return zip.Entries.Any(entry => entry.FullName.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase))
            ? Found(zip).Take(Most).ToLookup(found => (found.Sheet, found.Row), found => found.Picture)
            : Array.Empty<int>().ToLookup(_ => ("", 0), _ => new RowPicture("", "", []));
    }

    private static IEnumerable<(string Sheet, int Row, RowPicture Picture)> Found(ZipArchive zip)
    {
        var total = 0L;
        var sheets = Targets(zip, "xl/workbook.xml");
        foreach (var sheet in Load(zip, "xl/workbook.xml")?.Descendants().Where(element => element.Name.LocalName is "sheet") ?? [])
        {
            foreach (var drawing in sheets.TryGetValue(Related(sheet, "id"), out var path) ? Targets(zip, path).Values.Where(IsDrawing) : [])
            {
                var media = Targets(zip, drawing);
                foreach (var anchor in Load(zip, drawing)?.Root?.Elements() ?? [])
                {
                    if (PictureOf(zip, anchor, media) is { } found && (total += found.Picture.Bytes.Length) <= MostBytes)
                    {
                        yield return (sheet.Attribute("name")?.Value ?? "", found.Row, found.Picture);
                    }
                }
            }
        }
    }

    private static bool IsDrawing(string path) => path.StartsWith("xl/drawings/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static (int Row, RowPicture Picture)? PictureOf(ZipArchive zip, XElement anchor, Dictionary<string, string> media)
    {
        var from = anchor.Elements().FirstOrDefault(element => element.Name.LocalName is "from");
        var about = anchor.Descendants().FirstOrDefault(element => element.Name.LocalName is "cNvPr");
        var blip = anchor.Descendants().FirstOrDefault(element => element.Name.LocalName is "blip");
        return blip is not null && media.TryGetValue(Related(blip, "embed"), out var path) && zip.GetEntry(path) is { } entry
            && int.TryParse(from?.Elements().FirstOrDefault(element => element.Name.LocalName is "row")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? (row, new RowPicture(entry.Name, about?.Attribute("descr")?.Value ?? "", Bytes(entry)))
                : null;
    }

    // What a part refers to, by the id of the reference: paths from the root of the workbook.
    private static Dictionary<string, string> Targets(ZipArchive zip, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return (Load(zip, $"{part[..slash]}_rels/{part[slash..]}.rels")?.Root?.Elements() ?? []).DistinctBy(link => link.Attribute("Id")?.Value, StringComparer.Ordinal)
            .ToDictionary(link => link.Attribute("Id")?.Value ?? "", link => PathOf(part[..slash], link.Attribute("Target")?.Value ?? ""), StringComparer.Ordinal);
    }

    private static string PathOf(string folder, string target) => Uri.UnescapeDataString(new Uri(new Uri($"http://workbook/{folder}"), target).AbsolutePath.TrimStart('/'));

    private static string Related(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.Ordinal) && attribute.Name.NamespaceName.Contains("relationships", StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    private static XDocument? Load(ZipArchive zip, string path)
    {
        if (zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Safe);
        return XDocument.Load(xml);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}

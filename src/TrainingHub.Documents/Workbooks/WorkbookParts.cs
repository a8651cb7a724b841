using System.Globalization;
using System.Security;

namespace TrainingHub.Documents;

/// <summary>The parts of a workbook that do not depend on its rows.</summary>
internal static class WorkbookParts
{
    // Places in the list of cell formats below.
    public const uint TextStyle = 1;
    public const uint HeaderStyle = 2;
    public const uint DayStyle = 3;
    public const uint QuotedStyle = 4;

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Where the sheet of a number, from 1, lies.</summary>
    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    /// <summary>All but the sheets themselves.</summary>
    /// <param name="sheetNames">In their order; each is used once, whatever its letter case, as Excel wants it.</param>
    public static IEnumerable<(string Path, string Content)> Fixed(IReadOnlyList<string> sheetNames)
    {
        yield return ("[Content_Types].xml", ContentTypes(sheetNames.Count));
        yield return ("_rels/.rels", RootLinks);
        yield return ("xl/workbook.xml", Workbook(Distinct(sheetNames)));
        yield return ("xl/_rels/workbook.xml.rels", WorkbookLinks(sheetNames.Count));
        yield return ("xl/styles.xml", Styles);
    }

    private static List<string> Distinct(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<string>();
        foreach (var name in names)
        {
            var unique = WorkbookText.SheetName(name);
            for (var number = 2; !taken.Add(unique); number++)
            {
                unique = WorkbookText.SheetName(string.Create(CultureInfo.InvariantCulture, $"{number} {name}"));
            }

            distinct.Add(unique);
        }

        return distinct;
    }

    private static string Workbook(IEnumerable<string> sheetNames) =>
        $"""
        {Declaration}
        <workbook xmlns="{Main}" xmlns:r="{Links}"><sheets>{string.Concat(sheetNames.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>")))}</sheets></workbook>
        """;

    private static string ContentTypes(int sheets) =>
        $"""
        {Declaration}
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>{string.Concat(Enumerable.Range(1, sheets).Select(number => $"<Override PartName=\"/{SheetPath(number)}\" ContentType=\"{Types}.worksheet+xml\"/>"))}<Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
        """;

    private const string RootLinks =
        $"""
        {Declaration}
        <Relationships xmlns="{PackageLinks}"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private static string WorkbookLinks(int sheets) =>
        $"""
        {Declaration}
        <Relationships xmlns="{PackageLinks}">{string.Concat(Enumerable.Range(1, sheets).Select(number => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{number}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")))}<Relationship Id="rIdStyles" Type="{Links}/styles" Target="styles.xml"/></Relationships>
        """;

    // Number format 49 is text. A quotePrefix keeps a text that begins with = a text even when somebody edits the cell.
    private const string Styles =
        $"""
        {Declaration}
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F0F2"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>
        """;
}

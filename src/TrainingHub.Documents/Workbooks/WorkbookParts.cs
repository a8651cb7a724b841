using System.Security;

namespace TrainingHub.Documents;

/// <summary>The parts of a workbook that do not depend on its rows.</summary>
internal static class WorkbookParts
{
    public const string SheetPath = "xl/worksheets/sheet1.xml";

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

    public static IEnumerable<(string Path, string Content)> Fixed(string sheetName)
    {
        yield return ("[Content_Types].xml", ContentTypes);
        yield return ("_rels/.rels", RootLinks);
        yield return ("xl/workbook.xml", Workbook(WorkbookText.SheetName(sheetName)));
        yield return ("xl/_rels/workbook.xml.rels", WorkbookLinks);
        yield return ("xl/styles.xml", Styles);
    }

    private static string Workbook(string sheetName) =>
        $"""
        {Declaration}
        <workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="{SecurityElement.Escape(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    private const string ContentTypes =
        $"""
        {Declaration}
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
        """;

    private const string RootLinks =
        $"""
        {Declaration}
        <Relationships xmlns="{PackageLinks}"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string WorkbookLinks =
        $"""
        {Declaration}
        <Relationships xmlns="{PackageLinks}"><Relationship Id="rId1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Links}/styles" Target="styles.xml"/></Relationships>
        """;

    // Number format 49 is text. A quotePrefix keeps a text that begins with = a text even when somebody edits the cell.
    private const string Styles =
        $"""
        {Declaration}
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F0F2"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>
        """;
}

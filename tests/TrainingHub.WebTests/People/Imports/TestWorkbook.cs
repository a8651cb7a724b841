using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using TrainingHub.People.Imports;

namespace TrainingHub.WebTests.People.Imports;

/// <summary>Makes .xlsx files, good ones and all kinds of bad ones. A cell is a text, a number, a day or a formula (text that begins with =).</summary>
internal static class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Of(params object?[][] rows) => Make(rows, "", []);

    public static byte[] WithMergedCells(string range, params object?[][] rows) => Make(rows, $"<mergeCells count=\"1\"><mergeCell ref=\"{range}\"/></mergeCells>", []);

    /// <summary>A text in a cell with a yellow fill, or with a line through it.</summary>
    public sealed record Painted(string Text, bool IsStruck = false);

    public static byte[] WithMacro(params object?[][] rows) => Make(rows, "", [("xl/vbaProject.bin", "macro")]);

    /// <summary>Every sheet names the same part.</summary>
    public static byte[] OfSheets(int sheets, params object?[][] rows) => Make(rows, "", [], sheets);

    /// <summary>Formulas without end in a small file.</summary>
    public static byte[] OfFormulas(int formulas, params object?[][] rows) => Make(rows, string.Concat(Enumerable.Repeat("<c><f/></c>", formulas)), []);

    /// <summary>An OLE file as Excel writes it for a workbook with a password.</summary>
    public static byte[] Encrypted() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]];

    /// <summary>Half a gigabyte of blanks in a small file.</summary>
    public static byte[] Bomb()
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var blanks = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 320; megabyte++)
            {
                stream.Write(blanks);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Make(object?[][] rows, string afterData, (string Path, string Content)[] more, int sheets = 1)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>{string.Concat(Enumerable.Range(1, sheets).Select(number => $"<sheet name=\"名册{(number == 1 ? "" : number)}\" sheetId=\"{number}\" r:id=\"rId1\"/>"))}</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font/><font><strike/><color theme=\"1\"/></font></fonts><fills count=\"3\"><fill/><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFF00\"/></patternFill></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf fillId=\"2\" applyFill=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
            Write(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select(Row))}</sheetData>{afterData}</worksheet>");
            foreach (var (path, content) in more)
            {
                Write(zip, path, content);
            }
        }

        return memory.ToArray();
    }

    private static string Row(object?[] cells, int row) =>
        $"<row r=\"{(row + 1).ToString(CultureInfo.InvariantCulture)}\">{string.Concat(cells.Select((cell, column) => Cell(cell, SheetCells.Address(row, column))))}</row>";

    private static string Cell(object? value, string address) => value switch
    {
        null or "" => "",
        DateOnly day => $"<c r=\"{address}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
        string text when text.StartsWith('=') => $"<c r=\"{address}\" t=\"str\"><f>{SecurityElement.Escape(text[1..])}</f><v>旧值</v></c>",
        Painted painted => $"<c r=\"{address}\" s=\"{(painted.IsStruck ? 3 : 2)}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(painted.Text)}</t></is></c>",
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        _ => $"<c r=\"{address}\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>",
    };

    private static void Write(ZipArchive zip, string path, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(content);
    }
}

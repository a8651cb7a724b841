using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.People.Imports;

/// <summary>
/// Opens an uploaded workbook or CSV file. What a file is, is judged by its content: its name is not asked. The structure (merged cells, formulas, macros)
/// is read from the XML, the values by the reader of workbooks; nothing is written to disk.
/// </summary>
public sealed class WorkbookFile
{
    public const int MostBytes = 20 * 1024 * 1024;
    private const long MostUnpacked = 300L * 1024 * 1024;
    private const int MostColumns = 200;
    private const int MostEntries = 3000;

    // A county that keeps one sheet for each school has a few hundred.
    private const int MostSheets = 1000;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookFile() { }

    public IReadOnlyList<SheetCells> Sheets { get; private init; } = [];

    /// <summary>The sheets, or why the file is not taken.</summary>
    public static (WorkbookFile? File, ReadOutcome.Refused? Refused) Open(byte[] bytes)
    {
        if (Judge(bytes) is { } refusal)
        {
            return (null, new ReadOutcome.Refused(refusal));
        }

        try
        {
            if (!ForeignFile.IsArchive(bytes))
            {
                return CsvSheet.Read(bytes) is { } sheet ? (new WorkbookFile { Sheets = [sheet] }, null) : (null, new ReadOutcome.Refused(FileRefusal.WrongType));
            }

            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (JudgeEntries(zip) is { } wrong)
            {
                return (null, new ReadOutcome.Refused(wrong));
            }

            var structure = Structure(zip);
            return (new WorkbookFile { Sheets = Values(bytes, structure) }, null);
        }
        catch (TooManyRowsException)
        {
            return (null, new ReadOutcome.Refused(FileRefusal.TooManyRows));
        }
        catch (TooMuchInsideException)
        {
            return (null, new ReadOutcome.Refused(FileRefusal.Bomb));
        }
        // Whatever a broken file makes the readers throw, it is the file's fault and is answered as such.
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or ExcelDataReader.Exceptions.ExcelReaderException
            or FormatException or ArgumentException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException or OverflowException or InvalidOperationException)
        {
            return (null, new ReadOutcome.Refused(FileRefusal.Damaged));
        }
    }

    private static FileRefusal? Judge(byte[] bytes) => bytes switch
    {
        [] => FileRefusal.NoFile,
        { Length: > MostBytes } => FileRefusal.TooLarge,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => JudgeCompound(bytes),
        // What is no archive may be a table in text.
        _ => null,
    };

    // An encrypted .xlsx is an OLE file with a stream of this name; an old .xls is an OLE file with a stream Workbook.
    private static FileRefusal JudgeCompound(byte[] bytes)
    {
        var span = bytes.AsSpan();
        return span.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FileRefusal.PasswordProtected
            : span.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0 ? FileRefusal.OldFormat
            : FileRefusal.WrongType;
    }

    private static FileRefusal? JudgeEntries(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            return FileRefusal.Bomb;
        }

        if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return FileRefusal.Macros;
        }

        // What the directory of the archive says about sizes may be a lie: count while unpacking.
        var buffer = new byte[81920];
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                total += read;
                if (total > MostUnpacked)
                {
                    return FileRefusal.Bomb;
                }
            }
        }

        return JudgeContentTypes(zip);
    }

    private static FileRefusal? JudgeContentTypes(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            return FileRefusal.WrongType;
        }

        var isWorkbook = false;
        using var stream = types.Open();
        using var xml = XmlReader.Create(stream, Safe);
        while (xml.Read())
        {
            var type = xml.NodeType == XmlNodeType.Element ? xml.GetAttribute("ContentType") ?? "" : "";
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                return FileRefusal.Macros;
            }

            isWorkbook |= type.EndsWith("spreadsheetml.sheet.main+xml", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("spreadsheetml.template.main+xml", StringComparison.OrdinalIgnoreCase);
        }

        return isWorkbook ? null : FileRefusal.WrongType;
    }

    private static Dictionary<string, SheetStructure> Structure(ZipArchive zip)
    {
        var targets = Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship", xml => (Id: xml.GetAttribute("Id") ?? "", Target: xml.GetAttribute("Target") ?? ""))
            .Select(pair => (pair.Id, Path: pair.Target.StartsWith('/') ? pair.Target[1..] : $"xl/{pair.Target}")).DistinctBy(pair => pair.Path, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.Id, pair => pair.Path, StringComparer.Ordinal);
        var countsFrom1904 = Elements(zip, "xl/workbook.xml", "workbookPr", xml => xml.GetAttribute("date1904") is "1" or "true").Any(flag => flag);
        var sheets = Elements(zip, "xl/workbook.xml", "sheet", xml => (Name: xml.GetAttribute("name") ?? "", Id: RelationId(xml)));
        if (sheets.Count > MostSheets)
        {
            throw new TooMuchInsideException();
        }

        var paint = CellPaint.Read(zip.GetEntry("xl/styles.xml"), Safe);
        var structures = new Dictionary<string, SheetStructure>(StringComparer.Ordinal);
        foreach (var (name, id) in sheets)
        {
            // Sizes were judged by counting every part of the file once: a part that many sheets name would be read as often.
            if (targets.Remove(id, out var path) && zip.GetEntry(path) is { } entry)
            {
                structures[name] = SheetStructure.Read(entry, Safe, paint) with { CountsFrom1904 = countsFrom1904 };
            }
            else
            {
                throw new InvalidDataException($"Sheet {name} has no part of its own.");
            }
        }

        return structures;
    }

    private static string RelationId(XmlReader xml)
    {
        for (var attribute = 0; attribute < xml.AttributeCount; attribute++)
        {
            xml.MoveToAttribute(attribute);
            if (xml.LocalName.Equals("id", StringComparison.Ordinal) && xml.Prefix.Length > 0)
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return "";
    }

    private static List<T> Elements<T>(ZipArchive zip, string path, string element, Func<XmlReader, T> read)
    {
        using var stream = (zip.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing.")).Open();
        using var xml = XmlReader.Create(stream, Safe);
        var found = new List<T>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName.Equals(element, StringComparison.Ordinal))
            {
                found.Add(read(xml));
            }
        }

        return found;
    }

    private static List<SheetCells> Values(byte[] bytes, Dictionary<string, SheetStructure> structures)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        var sheets = new List<SheetCells>();
        var rowsLeft = RosterReader.MostRows + 1000;
        do
        {
            var structure = structures.GetValueOrDefault(reader.Name) ?? new SheetStructure();
            sheets.Add(new SheetCells
            {
                Name = reader.Name,
                IsHidden = !reader.VisibleState.Equals("visible", StringComparison.OrdinalIgnoreCase),
                MergedRanges = structure.MergedRanges,
                HiddenRows = structure.HiddenRows,
                CountsFrom1904 = structure.CountsFrom1904,
                Paint = structure.Paint,
                Rows = Rows(reader, structure, rowsLeft),
            });
            rowsLeft -= sheets[^1].Rows.Count;
        }
        while (reader.NextResult());

        return sheets;
    }

    private static List<IReadOnlyList<RosterCell>> Rows(IExcelDataReader reader, SheetStructure structure, int most)
    {
        var rows = new List<IReadOnlyList<RosterCell>>();
        for (var index = 0; reader.Read(); index++)
        {
            var cells = Cells(reader, structure, index);
            if (cells.Count == 0)
            {
                continue;
            }

            if (index >= most)
            {
                throw new TooManyRowsException();
            }

            // A workbook may carry a million formatted but blank rows: they are filled in only when something follows.
            while (rows.Count < index)
            {
                rows.Add([]);
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static List<RosterCell> Cells(IExcelDataReader reader, SheetStructure structure, int row)
    {
        var cells = new List<RosterCell>();
        var width = Math.Min(reader.FieldCount, MostColumns);
        for (var column = 0; column < width; column++)
        {
            var cell = structure.Formulas.Contains((row, column))
                ? new RosterCell(CellKind.Formula, reader.GetValue(column)?.ToString() ?? "")
                : structure.Errors.Contains((row, column)) ? new RosterCell(CellKind.Error, "#") : Cell(reader.GetValue(column), reader.GetNumberFormatString(column));
            if (cell.Kind == CellKind.Blank)
            {
                continue;
            }

            while (cells.Count < column)
            {
                cells.Add(RosterCell.Blank);
            }

            cells.Add(cell);
        }

        return cells;
    }

    private static RosterCell Cell(object? value, string? format) => value switch
    {
        null => RosterCell.Blank,

        // 50% is kept as 0.5 and shown as it was typed.
        double share when format?.EndsWith('%') is true => RosterCell.OfText(Math.Round(share * 100, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) + "%"),
        DateTime moment => RosterCell.OfDay(DateOnly.FromDateTime(moment)),
        double number => RosterCell.OfNumber(number, format),
        int number => RosterCell.OfNumber(number, format),
        bool flag => RosterCell.OfText(flag ? "TRUE" : "FALSE"),
        _ => RosterCell.OfText(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    };

    private sealed class TooManyRowsException : Exception;
}

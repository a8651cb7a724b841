using System.Xml;
using TrainingHub.Courseware.Exchange;
using TrainingHub.People.Imports;

namespace TrainingHub.Questions.Imports;

/// <summary>A workbook of questions as rows of texts; what is merged downwards stands in each of its rows. What a sheet hides is not left out in silence.</summary>
internal static class WorkbookRows
{
    public static ForeignReading Read(byte[] bytes, IReadOnlyList<TableColumn>? columns)
    {
        var (file, refused) = WorkbookFile.Open(bytes);
        if (file is null)
        {
            return new ForeignReading.Refused(FaultOf(refused?.Why));
        }

        try
        {
            var pictures = WorkbookPictures.Read(bytes);
            var reading = TableReader.Read(ExchangeFormat.Workbook, [.. file.Sheets.Where(sheet => !sheet.IsHidden).SelectMany(sheet => RowsOf(sheet, pictures))], columns);
            return reading is ForeignReading.Read read
                ? read with { Questions = [.. read.Questions, .. file.Sheets.Where(sheet => sheet.IsHidden && sheet.Rows.Count > 0).Select((sheet, index) => Hidden(sheet, read.Questions.Count + index + 1))] }
                : reading;
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or UriFormatException)
        {
            // Its drawings are broken: they are read here alone.
            return new ForeignReading.Refused(FileFault.Damaged);
        }
    }

    private static ForeignQuestion Hidden(SheetCells sheet, int number) =>
        new() { Number = number, Where = sheet.Name, Problems = [new ForeignProblem(ForeignFault.HiddenSheet, sheet.Name)] };

    private static IEnumerable<TableRow> RowsOf(SheetCells sheet, ILookup<(string Sheet, int Row), RowPicture> pictures)
    {
        var rows = sheet.Rows.Select(row => row.Select(TextOf).ToList()).ToList();
        foreach (var range in sheet.MergedRanges.Take(5000))
        {
            if (range.Split(':') is [var from, var until] && SheetCells.Parse(from) is { } first && SheetCells.Parse(until) is { } last)
            {
                FillDown(rows, first.Row, Math.Min(last.Row, rows.Count - 1), first.Column);
            }
        }

        return rows.Select((cells, index) => new TableRow(sheet.Name, index + 1, cells) { Problems = [.. ProblemsOf(sheet, index)], Pictures = [.. pictures[(sheet.Name, index)]] });
    }

    private static IEnumerable<ForeignProblem> ProblemsOf(SheetCells sheet, int row)
    {
        if (sheet.Rows[row].Count > 0 && sheet.HiddenRows.Contains(row))
        {
            yield return new ForeignProblem(ForeignFault.HiddenRow);
        }

        foreach (var (column, cell) in sheet.Rows[row].Index())
        {
            if (IsPictureCell(cell))
            {
                yield return new ForeignProblem(ForeignFault.PictureLeftOut, SheetCells.Address(row, column));
            }
            else if (cell.Kind is CellKind.Formula or CellKind.Error)
            {
                yield return new ForeignProblem(cell.Kind is CellKind.Formula && cell.Text.Length > 0 ? ForeignFault.FormulaValue : ForeignFault.CellBroken, SheetCells.Address(row, column));
            }
        }
    }

    private static string TextOf(RosterCell cell) => cell.Kind is CellKind.Error || IsPictureCell(cell) ? "" : cell.Text;

    // Some spreadsheets keep a picture within a cell, as a formula that only they know.
    private static bool IsPictureCell(RosterCell cell) => cell.Text.Contains("DISPIMG(", StringComparison.OrdinalIgnoreCase);

    private static void FillDown(List<List<string>> rows, int first, int last, int column)
    {
        for (var row = first + 1; row <= last && column < rows[first].Count; row++)
        {
            while (rows[row].Count <= column)
            {
                rows[row].Add("");
            }

            rows[row][column] = rows[first][column];
        }
    }

    private static FileFault FaultOf(FileRefusal? refusal) => refusal switch
    {
        FileRefusal.NoFile => FileFault.NoFile,
        FileRefusal.TooLarge => FileFault.TooLarge,
        FileRefusal.WrongType => FileFault.UnknownFormat,
        FileRefusal.OldFormat => FileFault.OldWorkbook,
        FileRefusal.PasswordProtected => FileFault.PasswordProtected,
        FileRefusal.Macros => FileFault.Macros,
        FileRefusal.Bomb => FileFault.Bomb,
        FileRefusal.NoRows => FileFault.NoQuestions,
        FileRefusal.TooManyRows => FileFault.TooManyQuestions,
        _ => FileFault.Damaged,
    };
}

using TrainingHub.Courseware.Exchange;
using TrainingHub.People.Imports;

namespace TrainingHub.Questions.Imports;

/// <summary>A workbook of questions as rows of texts; what is merged downwards stands in each of its rows.</summary>
internal static class WorkbookRows
{
    public static ForeignReading Read(byte[] bytes, IReadOnlyList<TableColumn>? columns)
    {
        var (file, refused) = WorkbookFile.Open(bytes);
        return file is null
            ? new ForeignReading.Refused(FaultOf(refused?.Why))
            : TableReader.Read(ExchangeFormat.Workbook, [.. file.Sheets.Where(sheet => !sheet.IsHidden).SelectMany(RowsOf)], columns);
    }

    private static IEnumerable<TableRow> RowsOf(SheetCells sheet)
    {
        var rows = sheet.Rows.Select(row => row.Select(cell => cell.Text).ToList()).ToList();
        foreach (var range in sheet.MergedRanges.Take(5000))
        {
            if (range.Split(':') is [var from, var until] && SheetCells.Parse(from) is { } first && SheetCells.Parse(until) is { } last)
            {
                FillDown(rows, first.Row, Math.Min(last.Row, rows.Count - 1), first.Column);
            }
        }

        return rows.Select((cells, index) => new TableRow(sheet.Name, index + 1, cells));
    }

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

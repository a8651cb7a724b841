using TrainingHub.Courseware.Exchange;
using TrainingHub.People.Imports;

namespace TrainingHub.Recognitions;

/// <summary>Opens a workbook or a CSV file (UTF-8 or GB18030). What it is is judged by its content.</summary>
internal static class SheetFile
{
    /// <summary>The sheets; null when it is neither, or damaged.</summary>
    public static IReadOnlyList<SheetCells>? Open(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            return WorkbookFile.Open(bytes).File?.Sheets;
        }

        return bytes.Length is 0 or > WorkbookFile.MostBytes || ForeignFile.JudgeHead(bytes) is not null || ForeignFile.Decode(bytes) is not { } text
            ? null
            : [new SheetCells { Name = "CSV", Rows = [.. CsvText.Read(text).Select(row => (IReadOnlyList<RosterCell>)[.. row.Cells.Select(RosterCell.OfText)])] }];
    }
}

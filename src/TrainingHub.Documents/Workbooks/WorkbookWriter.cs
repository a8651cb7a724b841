using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace TrainingHub.Documents;

/// <summary>
/// Writes tables as an Excel workbook, row by row: memory stays flat whatever the number of rows, and the destination may
/// be a response that can neither seek nor be written to synchronously.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>What Excel can hold, the header row included.</summary>
    public const int MostRows = 1_048_576;

    private const int RowsPerWrite = 256;

    public static Task WriteAsync(
        Stream destination, string sheetName, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel) =>
        WriteAsync(destination, sheetName, columns, rows.ToAsyncEnumerable(), cancel);

    /// <exception cref="InvalidOperationException">More rows than <see cref="MostRows"/>.</exception>
    public static Task WriteAsync(
        Stream destination, string sheetName, IReadOnlyList<WorkbookColumn> columns, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel) =>
        WriteAsync(destination, [new WorkbookSheet(sheetName, columns, rows)], cancel);

    /// <summary>Several tables, each as a sheet of its own, one after the other.</summary>
    /// <exception cref="InvalidOperationException">A sheet has more rows than <see cref="MostRows"/>.</exception>
    public static async Task WriteAsync(Stream destination, IReadOnlyList<WorkbookSheet> sheets, CancellationToken cancel)
    {
        using var relay = new RelayStream();
        using (var package = new ZipArchive(relay, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in WorkbookParts.Fixed([.. sheets.Select(sheet => sheet.Name)]))
            {
                using var part = Open(package, path);
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            foreach (var (index, sheet) in sheets.Index())
            {
                using var part = Open(package, WorkbookParts.SheetPath(index + 1));
                using var writer = OpenXmlWriter.Create(part, Encoding.UTF8);
                await WriteSheetAsync(new SheetRows(writer), sheet.Columns, sheet.Rows, () => relay.DrainAsync(destination, cancel), cancel);
            }
        }

        await relay.DrainAsync(destination, cancel);
    }

    private static async Task WriteSheetAsync(
        SheetRows sheet, IReadOnlyList<WorkbookColumn> columns, IAsyncEnumerable<IReadOnlyList<Cell>> rows, Func<Task> drain, CancellationToken cancel)
    {
        sheet.Begin(columns);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            sheet.Write(row);
            if (sheet.Count % RowsPerWrite == 0)
            {
                await drain();
            }
        }

        sheet.End(columns.Count);
    }

    private static Stream Open(ZipArchive package, string path)
    {
        var entry = package.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);   // the same rows give the same file
        return entry.Open();
    }
}

using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace TrainingHub.Documents;

/// <summary>
/// Writes one table as an Excel workbook, row by row: memory stays flat whatever the number of rows, and the destination may
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
    public static async Task WriteAsync(
        Stream destination, string sheetName, IReadOnlyList<WorkbookColumn> columns, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel)
    {
        await using var package = await ZipArchive.CreateAsync(
            destination, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var (path, content) in WorkbookParts.Fixed(sheetName))
        {
            await using var part = await OpenAsync(package, path, cancel);
            await part.WriteAsync(Encoding.UTF8.GetBytes(content), cancel);
        }

        await using var sheet = await OpenAsync(package, WorkbookParts.SheetPath, cancel);
        await WriteSheetAsync(sheet, columns, rows, cancel);
    }

    private static Task<Stream> OpenAsync(ZipArchive package, string path, CancellationToken cancel)
    {
        var entry = package.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);   // the same rows give the same file
        return entry.OpenAsync(cancel);
    }

    private static async Task WriteSheetAsync(
        Stream part, IReadOnlyList<WorkbookColumn> columns, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        using (var writer = OpenXmlWriter.Create(buffer, Encoding.UTF8))
        {
            var sheet = new SheetRows(writer);
            sheet.Begin(columns);
            await foreach (var row in rows.WithCancellation(cancel))
            {
                sheet.Write(row);
                if (sheet.Count % RowsPerWrite == 0)
                {
                    await DrainAsync(buffer, part, cancel);
                }
            }

            sheet.End(columns.Count);
        }

        await DrainAsync(buffer, part, cancel);
    }

    private static async Task DrainAsync(MemoryStream buffer, Stream part, CancellationToken cancel)
    {
        await part.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
        buffer.SetLength(0);
    }
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TrainingHub.Documents;
using Cell = TrainingHub.Documents.Cell;
using ExcelCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace TrainingHub.UnitTests.Documents;

public sealed class WorkbookWriterTests
{
    private static readonly WorkbookColumn[] Columns = [new("姓名", 14), new("学时"), new("完成日期", 13)];

    [Fact]
    public async Task Excel_reads_back_text_numbers_and_days()
    {
        using var stream = await WriteAsync([[Cell.Of("沈知南"), Cell.Of(6.5m), Cell.Of(new DateOnly(2026, 10, 15))], [Cell.Of((string?)null)]]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        var cells = Cells(document);
        Assert.Equal(["姓名", "学时", "完成日期"], cells.Take(3).Select(cell => cell.InnerText), StringComparer.Ordinal);
        Assert.Equal("沈知南", cells[3].InnerText);
        Assert.Equal("6.5", cells[4].CellValue?.Text);
        Assert.Equal(new DateTime(2026, 10, 15, 0, 0, 0, DateTimeKind.Unspecified), DateTime.FromOADate(double.Parse(cells[5].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("", cells[6].InnerText);
        Assert.Empty(new OpenXmlValidator().Validate(document));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613800000000")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  两头空格  ")]
    [InlineData("<&>\"")]
    [InlineData("𬭚")]
    public async Task Text_stays_text(string text)
    {
        using var stream = await WriteAsync([[Cell.Of(text)]]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        var cell = Cells(document)[3];
        Assert.Equal(CellValues.InlineString, cell.DataType?.Value);
        Assert.Null(cell.CellFormula);
        Assert.Equal(text, cell.InnerText);
    }

    [Theory]
    [InlineData("一\u0001二", "一_x0001_二")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    public async Task What_xml_cannot_hold_is_written_as_excel_does(string text, string written)
    {
        using var stream = await WriteAsync([[Cell.Of(text)]]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Equal(written, Cells(document)[3].InnerText);
    }

    [Fact]
    public async Task Half_a_character_is_written_as_a_replacement()
    {
        using var stream = await WriteAsync([[Cell.Of("一\uD800二")]]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Equal("一\uFFFD二", Cells(document)[3].InnerText);
    }

    [Fact]
    public async Task Header_is_frozen_and_columns_have_their_widths()
    {
        using var stream = await WriteAsync([[Cell.Of("甲")]]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State?.Value);
        Assert.Equal([14d, 12d, 13d], sheet.Descendants<Column>().Select(column => column.Width?.Value ?? 0));
        Assert.Equal("A1:C2", sheet.Descendants<AutoFilter>().Single().Reference?.Value);
    }

    [Theory]
    [InlineData("未训/名单[1]", "未训_名单_1_")]
    [InlineData("", "Sheet1")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public async Task Sheet_gets_a_name_that_excel_accepts(string wished, string given)
    {
        using var stream = await WriteAsync([], wished);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Equal(given, document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name?.Value);
    }

    [Fact]
    public async Task Same_rows_give_the_same_bytes()
    {
        using var one = await WriteAsync([[Cell.Of("甲")]]);
        using var two = await WriteAsync([[Cell.Of("甲")]]);

        Assert.Equal(one.ToArray(), two.ToArray());
    }

    [Fact]
    public async Task Writes_to_a_stream_that_takes_only_asynchronous_writes_and_in_portions()
    {
        using var response = new AsynchronousStream();

        await WorkbookWriter.WriteAsync(response, "名单", Columns, ManyRows(50_000), CancellationToken.None);

        Assert.InRange(response.Largest, 1, 512 * 1024);
        Assert.InRange(response.Written, 100_000, 20_000_000);
    }

    private static IEnumerable<IReadOnlyList<Cell>> ManyRows(int count) =>
        Enumerable.Range(0, count).Select(i => new[] { Cell.Of($"学员{i}"), Cell.Of(i), Cell.Of(new DateOnly(2026, 1, 1).AddDays(i % 365)) });

    private static async Task<MemoryStream> WriteAsync(IReadOnlyList<IReadOnlyList<Cell>> rows, string name = "名单")
    {
        var stream = new MemoryStream();
        await WorkbookWriter.WriteAsync(stream, name, Columns, rows, CancellationToken.None);
        stream.Position = 0;
        return stream;
    }

    private static List<ExcelCell> Cells(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<ExcelCell>()];

    /// <summary>Like the body of a response: no seeking, no synchronous writing.</summary>
    private sealed class AsynchronousStream : Stream
    {
        public long Written { get; private set; }

        public int Largest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}

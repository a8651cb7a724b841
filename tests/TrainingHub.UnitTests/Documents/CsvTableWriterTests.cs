using System.Text;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class CsvTableWriterTests
{
    [Fact]
    public async Task Begins_with_the_byte_order_mark_and_ends_lines_as_the_rfc_says()
    {
        var bytes = await WriteAsync([Cell.Of("沈知南"), Cell.Of(6.5m), Cell.Of(new DateOnly(2026, 10, 15)), Cell.Blank]);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("姓名,学时\r\n沈知南,6.5,2026-10-15,\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("说“\"好\"”", "\"说“\"\"好\"\"”\"")]
    [InlineData("一\n二", "\"一\n二\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    public async Task Quotes_and_disarms_text(string value, string written)
    {
        var bytes = await WriteAsync([Cell.Of(value)]);

        Assert.Equal($"姓名,学时\r\n{written}\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task Negative_numbers_stay_numbers()
    {
        var bytes = await WriteAsync([Cell.Of(-1.5m)]);

        Assert.EndsWith("\r\n-1.5\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private static async Task<byte[]> WriteAsync(IReadOnlyList<Cell> row)
    {
        using var stream = new MemoryStream();
        await CsvTableWriter.WriteAsync(stream, ["姓名", "学时"], [row], CancellationToken.None);
        return stream.ToArray();
    }
}

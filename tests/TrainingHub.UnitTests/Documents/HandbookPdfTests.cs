using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class HandbookPdfTests : IDisposable
{
    private readonly HandbookPrinter _printer = new(TestFonts.Files);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Has_a_cover_contents_with_true_page_numbers_and_every_block()
    {
        var path = _folder.Save("book.pdf", Assert.IsType<PrintOutcome.Printed>(_printer.Pdf(Book())).Bytes);

        var (exitCode, output) = ExternalTool.Run("qpdf", "qpdf", "--check", path);
        Assert.True(exitCode == 0, output);
        var pages = ExternalTool.Run("pdftotext", "poppler-utils", "-layout", path, "-").Output.Split('\f');
        Assert.Contains("安全知识手册", pages[0], StringComparison.Ordinal);
        Assert.Contains("目录", pages[1], StringComparison.Ordinal);
        foreach (var chapter in (string[])["第1课　门窗", "第2课　动火", "第3课　电池"])
        {
            var line = pages[1].Split('\n').Single(line => line.Contains(chapter[..3], StringComparison.Ordinal));
            var number = int.Parse(line.Trim().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
            // Cover and contents are not counted.
            Assert.Contains(chapter[4..], pages[number + 1], StringComparison.Ordinal);
            Assert.Equal(number.ToString(System.Globalization.CultureInfo.InvariantCulture), pages[number + 1].Trim().Split('\n')[^1].Trim());
        }

        var all = string.Concat(pages);
        Assert.All((string[])["重大事故隐患：直接判定", "第60行", "•", "3."], words => Assert.Contains(words, all, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_is_higher_than_a_sheet_goes_on_on_the_next()
    {
        var book = Book() with { Chapters = [new HandbookChapter("长表", [new FlowBlock.Table([[new Span("甲")], [new Span("乙")]], [[[new Span("短")], [new Span(string.Concat(Enumerable.Repeat("很长的一格，写满几页。", 600)) + "尾")]]])])] };

        var path = _folder.Save("long.pdf", Assert.IsType<PrintOutcome.Printed>(_printer.Pdf(book)).Bytes);

        Assert.Contains("尾", ExternalTool.Run("pdftotext", "poppler-utils", path, "-").Output, StringComparison.Ordinal);
        Assert.Equal(0, ExternalTool.Run("qpdf", "qpdf", "--check", path).ExitCode);
    }

    private static HandbookSheet Book() => new()
    {
        Kicker = "安全知识手册",
        Title = "判定指南",
        Summary = "一门课。",
        Facts = ["适用岗位：校长"],
        Chapters = [.. new[] { "第1课　门窗", "第2课　动火", "第3课　电池" }.Select(title => new HandbookChapter(title, Blocks()))],
        Published = new DateOnly(2026, 1, 1),
    };

    private static IReadOnlyList<FlowBlock> Blocks() =>
    [
        new FlowBlock.Heading(2, "小标题"),
        .. Enumerable.Repeat(new FlowBlock.Paragraph([new Span("一段话，"), new Span("很要紧", FontWeight.Bold), new Span("。" + new string('字', 400))]), 8),
        new FlowBlock.ListItem("•", 0, [new Span("看什么")]),
        new FlowBlock.ListItem("3.", 1, [new Span("怎么办")]),
        new FlowBlock.Box(Colour.Danger, "重大事故隐患：直接判定", [new FlowBlock.Paragraph([new Span(new string('险', 900))])]),
        new FlowBlock.Table(
            [[new Span("看哪里")], [new Span("怎么办")]],
            [.. Enumerable.Range(1, 60).Select(IReadOnlyList<IReadOnlyList<Span>> (number) => [[new Span($"第{number}行")], [new Span("当场清出，登记，当天复查")]])]),
    ];
}

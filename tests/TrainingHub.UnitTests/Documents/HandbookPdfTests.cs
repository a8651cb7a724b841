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

    [Fact]
    public void Pictures_are_embedded_as_they_are_with_their_captions_and_words_for_who_cannot_see_them()
    {
        var png = Picture.Read(PngFile.Write(300, 200, new byte[300 * 200 * 3], 4))!;
        var jpeg = Picture.Read(Jpeg(direction: 6))!;
        var book = Book() with
        {
            Chapters = [new HandbookChapter("有图", [new FlowBlock.Photograph(png, "一扇打开的门", "图一"), new FlowBlock.Photograph(jpeg, "一条走道", "图二"), new FlowBlock.Photograph(png, "同一扇门", "")])],
        };

        var bytes = Assert.IsType<PrintOutcome.Printed>(_printer.Pdf(book)).Bytes;
        var path = _folder.Save("pictures.pdf", bytes);

        Assert.Equal((120, 60), (jpeg.Width, jpeg.Height));
        var images = ExternalTool.Run("pdfimages", "poppler-utils", "-list", path).Output;
        Assert.Contains("300   200  rgb", images, StringComparison.Ordinal);
        Assert.Matches(@"60\s+120\s+rgb\s+3\s+8\s+jpeg", images);
        // Twice on the page, once in the file.
        Assert.Equal(2, System.Text.Encoding.Latin1.GetString(bytes).Split("/Subtype/Image").Length - 1);
        var alone = book with { Chapters = [new HandbookChapter("有图", [new FlowBlock.Photograph(png, "一扇打开的门", "图一")])] };
        var (exitCode, said) = ExternalTool.Run("qpdf", "qpdf", "--check", _folder.Save("alone.pdf", Assert.IsType<PrintOutcome.Printed>(_printer.Pdf(alone)).Bytes));
        Assert.True(exitCode == 0, said);
        Assert.Contains("图二", ExternalTool.Run("pdftotext", "poppler-utils", path, "-").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_what_it_says_is_no_picture()
    {
        var png = PngFile.Write(3, 2, new byte[18], 4);
        var interlaced = (byte[])png.Clone();
        interlaced[28] = 1;
        var transparent = (byte[])png.Clone();
        transparent[25] = 6;

        Assert.All([interlaced, transparent, png[..30], Jpeg(1)[..20], [], [1, 2, 3]], bytes => Assert.Null(Picture.Read(bytes)));
    }

    /// <summary>The head of a JPEG, 60 pixels wide and 120 high, held in this direction.</summary>
    private static byte[] Jpeg(byte direction) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, direction, 0, 0, 0, 0, 0, 0,
        0xFF, 0xC0, 0, 17, 8, 0, 120, 0, 60, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0xFF, 0xD9,
    ];

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

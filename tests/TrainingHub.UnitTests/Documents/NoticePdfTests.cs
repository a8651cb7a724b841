using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class NoticePdfTests : IDisposable
{
    private readonly NoticePrinter _printer = new(TestFonts.Files);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(6, "A4", 1)]
    [InlineData(6, "A3", 1)]
    [InlineData(60, "A4", 2)]
    public void A_poster_is_sound_says_everything_and_leads_to_the_standard(int items, string size, int leastPages)
    {
        var path = Save(_printer.Poster(Poster(items) with { Size = size is "A3" ? SheetSize.A3Portrait : SheetSize.A4Portrait }));

        AssertSound(path);
        var text = Text(path);
        Assert.Contains("《测试安全规定》", text, StringComparison.Ordinal);
        Assert.Contains($"第{items}条", text, StringComparison.Ordinal);
        Assert.True(Pages(path) >= leastPages);
        Assert.Equal("https://training.example.cn/standards/test-rules", Scan(path, size is "A3" ? 100 : 150));
    }

    [Fact]
    public void A_poster_has_no_second_sheet_for_its_last_lines() => Assert.Equal(1, Pages(Save(_printer.Poster(Poster(10)))));

    [Fact]
    public void The_page_for_the_notice_board_stays_on_one_sheet()
    {
        var path = Save(_printer.Poster(Poster(14) with { IsSingle = true, Advice = ["发现了怎么办", "电话：＿＿＿＿"] }));

        AssertSound(path);
        Assert.Equal(1, Pages(path));
        Assert.Contains("发现了怎么办", Text(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checklist_repeats_its_head_and_has_boxes_to_tick()
    {
        var poster = Poster(60);
        var path = Save(_printer.Checklist(new ChecklistSheet
        {
            Title = "《测试安全规定》检查表",
            Facts = poster.Facts,
            Items = poster.Items,
            Address = poster.Address,
            Caption = poster.Caption,
            Note = poster.Note,
            Issued = poster.Issued,
            Size = SheetSize.A4Portrait,
        }));

        AssertSound(path);
        var text = Text(path);
        Assert.Equal(Pages(path), text.Split("检查内容").Length - 1);
        Assert.Equal(60, text.Split("□不符合").Length - 1);
        Assert.Equal("https://training.example.cn/standards/test-rules", Scan(path, 200));
    }

    [Fact]
    public void A_checklist_on_A3_has_the_same_pages_as_on_A4()
    {
        var (poster, pages) = (Poster(60), new List<int>());
        foreach (var size in new[] { SheetSize.A4Portrait, SheetSize.A3Portrait })
        {
            var path = Save(_printer.Checklist(new ChecklistSheet
            {
                Title = "《测试安全规定》检查表",
                Facts = poster.Facts,
                Items = poster.Items,
                Address = poster.Address,
                Caption = poster.Caption,
                Note = poster.Note,
                Issued = poster.Issued,
                Size = size,
            }));
            AssertSound(path);
            pages.Add(Pages(path));
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public void No_line_begins_with_a_closing_mark()
    {
        var path = Save(_printer.Poster(Poster(40)));

        var lines = Text(path).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        Assert.All(lines, line => Assert.DoesNotContain(line[0], "，。、；：？！）》”"));
    }

    [Fact]
    public void Same_facts_give_the_same_bytes() => Assert.Equal(Bytes(_printer.Poster(Poster(5))), Bytes(_printer.Poster(Poster(5))));

    [Fact]
    public void Names_the_characters_that_the_font_lacks()
    {
        var outcome = _printer.Poster(Poster(1) with { Title = "《𡈽山规定》" });

        Assert.Equal(["𡈽"], Assert.IsType<PrintOutcome.Lacking>(outcome).Characters);
    }

    private static PosterSheet Poster(int items) => new()
    {
        Kicker = "校园安全标准公示",
        Title = "《测试安全规定》",
        Facts = ["某部　测〔2026〕1号", "版本：2026　2026年1月1日起施行"],
        Items = [.. Enumerable.Range(1, items).Select(number => new PosterItem($"第{number}条", "标题", "电动自行车（含电池）进楼，或者私拉乱接电线、“飞线充电”的；人员密集场所没有独立安全出口，数量不足，或者总净宽度小于标准规定值的80%的。"))],
        Address = new Uri("https://training.example.cn/standards/test-rules"),
        Caption = "扫码看现行版本",
        Note = "条文是大意，以公布的文本为准。",
        Issued = new DateOnly(2026, 1, 1),
        Size = SheetSize.A4Portrait,
    };

    private static byte[] Bytes(PrintOutcome outcome) => Assert.IsType<PrintOutcome.Printed>(outcome).Bytes;

    private string Save(PrintOutcome outcome) => _folder.Save($"{Guid.NewGuid():N}.pdf", Bytes(outcome));

    private static void AssertSound(string path)
    {
        var (exitCode, output) = ExternalTool.Run("qpdf", "qpdf", "--check", path);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(string path) => ExternalTool.Run("pdftotext", "poppler-utils", "-layout", path, "-").Output;

    private static int Pages(string path) => int.Parse(ExternalTool.Run("qpdf", "qpdf", "--show-npages", path).Output.Trim(), System.Globalization.CultureInfo.InvariantCulture);

    private static string Scan(string path, int resolution)
    {
        var picture = Path.ChangeExtension(path, null);
        ExternalTool.Run("pdftoppm", "poppler-utils", "-r", resolution.ToString(System.Globalization.CultureInfo.InvariantCulture), "-f", "1", "-l", "1", "-singlefile", "-png", path, picture);
        return ExternalTool.Run("zbarimg", "zbar-tools", "-q", "--raw", $"{picture}.png").Output.Trim();
    }
}

using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class TypesetterTests
{
    private const double TenEms = 10 * 10 * 25.4 / 72;
    private static readonly TextStyle TenPoint = new() { Size = 10, MaximumLines = 9 };

    [Fact]
    public void Begins_no_line_with_a_closing_mark_and_ends_none_with_an_opening_one()
    {
        Assert.Equal(["一二三四五六七八九", "十，一二三四五六七", "（八九）"], Lines(new Span("一二三四五六七八九十，一二三四五六七（八九）")));
    }

    [Fact]
    public void Breaks_no_number_and_no_kept_together_date()
    {
        Assert.Equal(["一二三四五六七八", "12345678，"], Lines(new Span("一二三四五六七八12345678，")));
        Assert.Equal(["一二三四五六", "2026年10月15日"], Lines(new Span("一二三四五六"), new Span("2026年10月15日", KeepTogether: true)));
    }

    [Fact]
    public void Shrinks_before_it_takes_a_second_line()
    {
        var style = new TextStyle { Size = 10, SmallestSize = 8, MaximumLines = 2 };

        var shrunk = Fit(style, "一二三四五六七八九十一");
        var broken = Fit(style, "一二三四五六七八九十一二三四五");

        Assert.Single(shrunk.Lines);
        Assert.Equal(9, shrunk.Size);
        Assert.Equal(2, broken.Lines.Count);
        Assert.Equal(10, broken.Size);
    }

    [Fact]
    public void Never_runs_over_its_width()
    {
        var setting = Fit(new TextStyle { Size = 10 }, new string('长', 200));

        Assert.Single(setting.Lines);
        Assert.InRange(setting.Lines[0].Width, 0, TenEms);
    }

    [Fact]
    public void Centred_lines_are_about_equally_long()
    {
        var setting = Fit(TenPoint with { Alignment = Alignment.Centre }, "一二三四五六七八九十一二");

        Assert.Equal([6, 6], setting.Lines.Select(line => line.Spans.Sum(span => span.Text.Length)));
    }

    [Fact]
    public void Sheet_refuses_to_draw_a_box_for_a_missing_character()
    {
        var sheet = new Sheet(SheetSize.A4Portrait, TestFonts.Files);

        Assert.Throws<ArgumentException>(() => sheet.Text(20, 20, 100, TenPoint, "𡈽"));
    }

    private static List<string> Lines(params Span[] spans) =>
        [.. new Typesetter(TestFonts.Files).Fit(spans, TenPoint, TenEms).Lines.Select(line => string.Concat(line.Spans.Select(s => s.Text)))];

    private static Typesetter.Setting Fit(TextStyle style, string text) => new Typesetter(TestFonts.Files).Fit([new Span(text)], style, TenEms);
}

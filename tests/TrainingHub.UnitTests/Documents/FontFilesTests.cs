using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class FontFilesTests
{
    [Theory]
    [InlineData("沈知南·䶮㛃𬭚")]
    [InlineData("“2026年10月15日”（6.0学时）——https://a.example/?x=1&y=2")]
    [InlineData("")]
    public void Misses_nothing_in_names_and_sentences(string text)
    {
        Assert.Empty(TestFonts.Files.Missing(text));
    }

    [Fact]
    public void Names_each_missing_character_once_in_order()
    {
        Assert.Equal(["𡈽", "\uE000"], TestFonts.Files.Missing("李𡈽文𡈽\uE000"));
    }

    [Fact]
    public void Misses_a_base_character_with_its_variation_selector_as_one()
    {
        Assert.Equal(["葛\U000E0100"], TestFonts.Files.Missing("葛\U000E0100"));
    }

    [Fact]
    public void Misses_what_is_not_a_character()
    {
        Assert.Equal(["\n", "\uD800"], TestFonts.Files.Missing("一\n二\uD800三"));
    }

    [Fact]
    public void Says_which_file_is_no_font()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Save("letter.ttf", "This is a letter, not a font."u8.ToArray());

        var error = Assert.Throws<FontFormatException>(() => new FontFiles(path, path).Missing("字"));

        Assert.Contains("letter.ttf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_many_threads_at_the_first_use()
    {
        var fonts = new FontFiles(TestFonts.Files.RegularPath, TestFonts.Files.BoldPath);

        var missing = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => fonts.Missing("校园安全"))));

        Assert.All(missing, Assert.Empty);
    }
}

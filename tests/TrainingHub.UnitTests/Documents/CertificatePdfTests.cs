using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed partial class CertificatePdfTests : IDisposable
{
    private readonly CertificatePrinter _printer = new(TestFonts.Files);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Same_facts_give_the_same_bytes()
    {
        Assert.Equal(Pdf(Certificates.Short), Pdf(Certificates.Short with { }));
    }

    [Fact]
    public void Table_of_objects_points_at_every_object()
    {
        var bytes = Pdf(Certificates.Short);
        var text = Encoding.Latin1.GetString(bytes);

        var start = int.Parse(text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], CultureInfo.InvariantCulture);
        var entries = Entry().Matches(text[start..]);

        Assert.StartsWith("xref\n0 ", text[start..], StringComparison.Ordinal);
        Assert.NotEmpty(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            var offset = int.Parse(entries[i].Groups["offset"].Value, CultureInfo.InvariantCulture);
            Assert.StartsWith($"{i + 1} 0 obj\n", text[offset..(offset + 20)], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_field_and_character_that_the_font_lacks()
    {
        var outcome = _printer.Pdf(Certificates.Short with { Name = "李𡈽" });

        var unsupported = Assert.IsType<CertificateOutcome.UnsupportedCharacters>(outcome);
        Assert.Equal("Name", unsupported.Field);
        Assert.Equal(["𡈽"], unsupported.Characters);
    }

    [Fact]
    public void Names_the_unit_when_its_character_is_lacking()
    {
        var outcome = _printer.Png(Certificates.Short with { Unit = "𡈽山小学" });

        Assert.Equal("Unit", Assert.IsType<CertificateOutcome.UnsupportedCharacters>(outcome).Field);
    }

    [Fact]
    public void Qpdf_finds_nothing_wrong()
    {
        var (exitCode, output) = ExternalTool.Run("qpdf", "qpdf", "--check", Save(Certificates.Long));

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Fonts_are_embedded_subsets_with_unicode()
    {
        var (_, output) = ExternalTool.Run("pdffonts", "poppler-utils", Save(Certificates.Short));

        var fonts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(2, fonts.Count);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+NotoSansSC-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes ", font));
    }

    [Fact]
    public void Text_comes_back_line_by_line_as_it_was_set()
    {
        var lines = Text(Certificates.Short with { Name = "龙䶮㛃𬭚·⼀" });

        AssertHas(lines, "培训合格证明");
        AssertHas(lines, "龙䶮㛃𬭚·⼀，临溪区第三十二中学校长：");
        AssertHas(lines, "编号：豫校安训-411003-2026-01-000123-7");
        AssertHas(lines, "考核成绩：92分");
        AssertHas(lines, "有效期至：2027年10月15日");
        AssertHas(lines, "查验网址：https://training.example.cn/verify/7Q4M2KXD9TPA");
        AssertHas(lines, "扫码查验");
        AssertHas(lines, "临溪区教育局");
        AssertHas(lines, "2026年10月16日");
        AssertHas(lines, "（加盖公章处）");
        AssertHas(lines, "本证明不替代法定资格证书");
        Assert.Contains(
            "于2026年10月15日完成“校园安全管理人员轮训”培训，共6.0学时，考核合格，特发此证明。",
            string.Concat(lines),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_units_and_programmes_come_back_whole()
    {
        var text = string.Concat(Text(Certificates.Long));

        Assert.Contains($"{Certificates.Long.Name}，{Certificates.Long.Unit}{Certificates.Long.Position}：", text, StringComparison.Ordinal);
        Assert.Contains($"“{Certificates.Long.Programme}”", text, StringComparison.Ordinal);
        Assert.Contains(Certificates.Long.Issuer, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_nothing_of_a_test_or_an_end_that_there_was_not()
    {
        var text = string.Concat(Text(Certificates.Short with { ScoreText = null, ValidUntil = null }));

        Assert.DoesNotContain("考核", text, StringComparison.Ordinal);
        Assert.DoesNotContain("有效期", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_is_read_from_the_printed_page()
    {
        var page = _folder.PathOf("page");
        ExternalTool.Run("pdftoppm", "poppler-utils", "-r", "200", "-png", "-singlefile", Save(Certificates.Short), page);

        var (_, output) = ExternalTool.Run("zbarimg", "zbar-tools", "-q", "--raw", page + ".png");

        Assert.Equal("https://training.example.cn/verify/7Q4M2KXD9TPA", output.Trim());
    }

    [Fact]
    public void Says_its_title_and_language()
    {
        var text = Encoding.Latin1.GetString(Pdf(Certificates.Short));

        Assert.Contains("/Lang(zh-CN)", text, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo<</Marked true>>", text, StringComparison.Ordinal);
        Assert.Contains("/CreationDate(D:20261016000000Z)", text, StringComparison.Ordinal);
        Assert.Contains("/Title<FEFF57F98BAD", text, StringComparison.Ordinal);
    }

    private static void AssertHas(List<string> lines, string line) => Assert.Contains(line, lines, StringComparer.Ordinal);

    private List<string> Text(CertificateSheet certificate)
    {
        var (_, output) = ExternalTool.Run("pdftotext", "poppler-utils", "-enc", "UTF-8", Save(certificate), "-");
        return [.. output.Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries)];
    }

    private string Save(CertificateSheet certificate) => _folder.Save("certificate.pdf", Pdf(certificate));

    private byte[] Pdf(CertificateSheet certificate) => Certificates.Printed(_printer.Pdf(certificate));

    [GeneratedRegex(@"^(?<offset>\d{10}) 00000 n $", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}

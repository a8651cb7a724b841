using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Hosting;
using TrainingHub.Seeds;
using TrainingHub.UnitTests.Documents;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Certificates;

public abstract class CertificatePagesTests(WebApp app)
{
    private static readonly Guid Vice = TrainingSteps.IdOf(SmallWorld.VicePrincipal);

    [Fact]
    public async Task Lists_the_own_certificates_with_their_state()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        var page = await browser.ReadAsync("/certificates");

        Assert.Contains(certificate.Serial, page, StringComparison.Ordinal);
        Assert.Contains("circle-check\"></use></svg>有效", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_there_are_none_yet()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);

        Assert.Contains("还没有证书", await browser.ReadAsync("/certificates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_facts_picture_code_and_download_to_its_holder()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        var page = await browser.ReadAsync(PathOf(certificate));

        Assert.Contains("温以宁", page, StringComparison.Ordinal);
        Assert.Contains("长按图片保存", page, StringComparison.Ordinal);
        Assert.Contains($"{Uri.EscapeDataString(certificate.Serial)}.png", page, StringComparison.Ordinal);
        Assert.Contains("下载证书", page, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/verify/{certificate.Code}", page, StringComparison.Ordinal);
        Assert.Contains("class=\"cert-qr\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/revocation", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_English()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Contains("Download certificate (PDF)", await browser.ReadAsync(PathOf(certificate)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_wechat_it_tells_how_to_open_the_browser_instead_of_offering_a_download()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        browser.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 MicroMessenger/8.0.50");

        var page = await browser.ReadAsync(PathOf(certificate));

        Assert.Contains("在浏览器打开", page, StringComparison.Ordinal);
        Assert.DoesNotContain("下载证书", page, StringComparison.Ordinal);
        Assert.Contains(".png", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmallWorld.SchoolAdministrator, HttpStatusCode.OK)]
    [InlineData(SmallWorld.LinxiOfficer, HttpStatusCode.OK)]
    [InlineData(SmallWorld.WangchuanOfficer, HttpStatusCode.NotFound)]
    [InlineData(SmallWorld.Principal, HttpStatusCode.NotFound)]
    [InlineData(SmallWorld.BinhePrincipal, HttpStatusCode.NotFound)]
    public async Task Opens_to_readers_whose_reach_has_the_holder(string reader, HttpStatusCode expected)
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(reader);

        foreach (var path in new[] { PathOf(certificate), $"{PathOf(certificate)}.pdf", $"{PathOf(certificate)}.png" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/certificates/云校安训-369900-2026-01-999999-1")]
    [InlineData("/certificates/nothing")]
    [InlineData("/certificates/nothing.pdf")]
    public async Task Knows_nothing_of_an_unknown_serial(string path)
    {
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        using var answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Asks_a_visitor_to_sign_in()
    {
        using var browser = app.Visitor();

        using var answer = await browser.GetAsync(PathOf(await app.CertificateOfAsync(Vice)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/session", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_sent_once_and_afterwards_only_asked_about()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var first = await browser.GetAsync($"{PathOf(certificate)}.png");
        Assert.NotNull(first.Headers.ETag);
        Assert.True(first.Headers.CacheControl!.Private);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{PathOf(certificate)}.png", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await browser.Http.SendAsync(request);
        using var other = await browser.GetAsync($"{PathOf(certificate)}.pdf");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
        Assert.Equal("attachment", other.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Prints_a_file_that_other_programs_read_as_we_meant_it()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        var (pdf, png) = await FilesAsync(certificate);
        var verify = $"http://localhost/verify/{certificate.Code}";

        var (_, text) = ExternalTool.Run("pdftotext", "poppler-utils", "-enc", "UTF-8", pdf, "-");
        var (_, fonts) = ExternalTool.Run("pdffonts", "poppler-utils", pdf);
        var (exitCode, check) = ExternalTool.Run("qpdf", "qpdf", "--check", pdf);
        ExternalTool.Run("pdftoppm", "poppler-utils", "-r", "200", "-png", "-singlefile", pdf, $"{pdf}-page");

        var lines = text.Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries);
        Assert.All(FactsOf(certificate), line => Assert.Contains(line, lines));
        Assert.Contains(
            $"于{certificate.CompletionDay:yyyy年M月d日}完成“{certificate.ProgrammeName}”培训，共{certificate.CreditMinutes.AsCreditHours()}学时，特发此证明。",
            string.Concat(lines),
            StringComparison.Ordinal);
        Assert.All(fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2), font =>
            Assert.Matches(@"^[A-Z]{6}\+NotoSansSC-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes ", font));
        Assert.True(exitCode == 0 && !check.Contains("WARNING", StringComparison.OrdinalIgnoreCase), check);
        Assert.Equal(verify, ExternalTool.Run("zbarimg", "zbar-tools", "-q", "--raw", png).Output.Trim());
        Assert.Equal(verify, ExternalTool.Run("zbarimg", "zbar-tools", "-q", "--raw", $"{pdf}-page.png").Output.Trim());
    }

    [Fact]
    public async Task Names_the_character_that_the_font_lacks_and_prints_no_box()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Responsible);
        await app.WithDbAsync(db => db.People.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, "骆𡈽安")));
        await app.CompleteAsync(id, Guid.NewGuid());
        var certificate = await app.CertificateOfAsync(id);
        using var browser = await app.SignInAsync(SmallWorld.Responsible);

        var page = await browser.ReadAsync(PathOf(certificate));
        using var download = await browser.GetAsync($"{PathOf(certificate)}.pdf");
        var refused = WebUtility.HtmlDecode(await download.Content.ReadAsStringAsync());
        await app.WithDbAsync(db => db.People.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, "骆怀安")));

        Assert.Contains("“姓名”里的“𡈽”不在证书字体中", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, download.StatusCode);
        Assert.Contains("“姓名”里的“𡈽”不在证书字体中", refused, StringComparison.Ordinal);
        await app.RevokeAsync(certificate.RecordId, "测试用的记录");
    }

    [Fact]
    public async Task A_revoked_certificate_says_so_and_has_no_file()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Teacher);
        await app.CompleteAsync(id, Guid.NewGuid());
        var certificate = await app.CertificateOfAsync(id);
        await app.RevokeAsync(certificate.RecordId, "培训记录登记有误，已更正。");
        using var browser = await app.SignInAsync(SmallWorld.Teacher);

        var page = await browser.ReadAsync(PathOf(certificate));
        using var file = await browser.GetAsync($"{PathOf(certificate)}.pdf");

        Assert.Contains("已撤销", page, StringComparison.Ordinal);
        Assert.Contains("培训记录登记有误，已更正。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Fact]
    public async Task Prints_that_a_holder_was_anonymized()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Principal);
        await app.CompleteAsync(id, Guid.NewGuid());
        var certificate = await app.CertificateOfAsync(id);
        await app.WithDbAsync(db => db.RecordNames.Where(names => names.RecordId == certificate.RecordId)
            .ExecuteUpdateAsync(set => set.SetProperty(names => names.PersonName, "").SetProperty(names => names.Salt, "")));
        using var browser = await app.SignInAsync(SmallWorld.Principal);

        var page = await browser.ReadAsync(PathOf(certificate));
        using var file = await browser.GetAsync($"{PathOf(certificate)}.pdf");

        Assert.Contains("<dd>已匿名</dd>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    private static IEnumerable<string> FactsOf(CertificateFacts certificate) =>
    [
        certificate.Title,
        $"{certificate.PersonName}，{certificate.UnitName}{certificate.PositionName}：",
        $"编号：{certificate.Serial}",
        $"有效期至：{certificate.ValidUntil:yyyy年M月d日}",
        $"查验网址：http://localhost/verify/{certificate.Code}",
        certificate.IssuerName,
        $"{certificate.IssuedOn:yyyy年M月d日}",
        "本证明不替代法定资格证书",
    ];

    private async Task<(string Pdf, string Png)> FilesAsync(CertificateFacts certificate)
    {
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        return (await SaveAsync(browser, certificate, "pdf", "application/pdf"), await SaveAsync(browser, certificate, "png", "image/png"));
    }

    private async Task<string> SaveAsync(TestBrowser browser, CertificateFacts certificate, string extension, string type)
    {
        using var answer = await browser.GetAsync($"{PathOf(certificate)}.{extension}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue(type), answer.Content.Headers.ContentType);
        var file = Path.Combine(app.Data, $"{certificate.Code}.{extension}");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }

    private static string PathOf(CertificateFacts certificate) => $"/certificates/{Uri.EscapeDataString(certificate.Serial)}";
}

public sealed class CertificatePagesOnSqlite(SqliteApp app) : CertificatePagesTests(app), IClassFixture<SqliteApp>;

public sealed class CertificatePagesOnPostgres(PostgresApp app) : CertificatePagesTests(app), IClassFixture<PostgresApp>;

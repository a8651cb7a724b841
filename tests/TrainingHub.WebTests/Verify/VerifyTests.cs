using System.Net;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Verify;

public abstract class VerifyTests(WebApp app)
{
    [Fact]
    public async Task Says_valid_with_the_facts_of_the_day_and_a_masked_name()
    {
        var certificate = await app.CertificateOfAsync(TrainingSteps.IdOf(SmallWorld.VicePrincipal));
        using var visitor = app.Visitor();

        var page = await visitor.ReadAsync($"/verify/{certificate.Code}");

        Assert.Contains("<h1>有效</h1>", page, StringComparison.Ordinal);
        Assert.Contains("（北京时间）", page, StringComparison.Ordinal);
        Assert.Contains("温＊＊", page, StringComparison.Ordinal);
        Assert.DoesNotContain("温以宁", page, StringComparison.Ordinal);
        Assert.Contains("临溪区第三十二中学", page, StringComparison.Ordinal);
        Assert.Contains(certificate.Serial, page, StringComparison.Ordinal);
        Assert.Contains("云岭市教育局", page, StringComparison.Ordinal);
        Assert.Contains("本证明不替代法定资格证书", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_expired_on_the_day_after_the_last()
    {
        var certificate = await app.CertificateOfAsync(TrainingSteps.IdOf(SmallWorld.BinhePrincipal));
        using var visitor = app.Visitor();
        var now = app.Clock.GetUtcNow();
        try
        {
            // 2027-11-19 is the last day; it ends in Shanghai at 16:00 UTC.
            app.Clock.MoveTo(new DateTimeOffset(2027, 11, 19, 15, 59, 59, TimeSpan.Zero));
            Assert.Contains("<h1>有效</h1>", await visitor.ReadAsync($"/verify/{certificate.Code}"), StringComparison.Ordinal);
            app.Clock.MoveTo(new DateTimeOffset(2027, 11, 19, 16, 0, 0, TimeSpan.Zero));

            var page = await visitor.ReadAsync($"/verify/{certificate.Code}");

            Assert.Contains("<h1>已过期</h1>", page, StringComparison.Ordinal);
            Assert.Contains("2027年11月19日", page, StringComparison.Ordinal);
            Assert.Contains("2027年11月20日00:00:00", page, StringComparison.Ordinal);
        }
        finally
        {
            app.Clock.MoveTo(now);
        }
    }

    [Fact]
    public async Task Says_revoked_and_why()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Teacher);
        await app.CompleteAsync(id, Guid.NewGuid());
        var certificate = await app.CertificateOfAsync(id);
        await app.RevokeAsync(certificate.RecordId, "培训记录登记有误，已更正。");
        using var visitor = app.Visitor();

        var page = await visitor.ReadAsync($"/verify/{certificate.Code}");

        Assert.Contains("<h1>已撤销</h1>", page, StringComparison.Ordinal);
        Assert.Contains("2026年10月15日撤销", page, StringComparison.Ordinal);
        Assert.Contains("培训记录登记有误，已更正。", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/verify/ZZZZZZZZZZZZZZZZ")]
    [InlineData("/verify/short")]
    [InlineData("/verify/%E6%B2%88%3Cscript%3E")]
    public async Task Knows_no_other_codes_and_says_the_same_of_all(string path)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>查无此证</h1>", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_code_in_small_letters_with_hyphens_and_spaces()
    {
        var certificate = await app.CertificateOfAsync(TrainingSteps.IdOf(SmallWorld.VicePrincipal));
        var typed = string.Join('-', certificate.Code.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        using var visitor = app.Visitor();

        Assert.Contains("<h1>有效</h1>", await visitor.ReadAsync($"/verify/{typed}"), StringComparison.Ordinal);
        using var posted = await visitor.PostAsync("/verify", Fields($" {typed.Replace('-', ' ')} ", null), tokenFrom: "/verify");
        Assert.Equal($"/verify/{certificate.Code}", posted.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("温以宁", true)]
    [InlineData("温 以 宁", true)]
    [InlineData("温以", false)]
    [InlineData("沈知南", false)]
    [InlineData("", false)]
    public async Task Tells_of_a_serial_only_to_whoever_knows_the_name(string name, bool isTold)
    {
        var certificate = await app.CertificateOfAsync(TrainingSteps.IdOf(SmallWorld.VicePrincipal));
        using var visitor = app.Visitor();

        using var answer = await visitor.PostAsync("/verify", Fields(certificate.Serial, name), tokenFrom: "/verify");

        if (isTold)
        {
            Assert.Equal($"/verify/{certificate.Code}", answer.Headers.Location?.OriginalString);
        }
        else
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("查无此证", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wants_something_to_check()
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.PostAsync("/verify", Fields("", null), tokenFrom: "/verify");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("填写查验码或证书编号", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_English()
    {
        var certificate = await app.CertificateOfAsync(TrainingSteps.IdOf(SmallWorld.VicePrincipal));
        using var visitor = app.Visitor();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Contains("(Beijing time)", await visitor.ReadAsync($"/verify/{certificate.Code}"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(string number, string? name) =>
        new(StringComparer.Ordinal) { ["Number"] = number, ["Name"] = name ?? "" };
}

public sealed class VerifyOnSqlite(SqliteApp app) : VerifyTests(app), IClassFixture<SqliteApp>;

public sealed class VerifyOnPostgres(PostgresApp app) : VerifyTests(app), IClassFixture<PostgresApp>;

using System.Net;
using System.Text;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.Reports;

/// <summary>Figures filed before the system was in use are entered with their documents and stand apart.</summary>
public abstract class ReportedFigurePagesTests(WebApp app)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");
    private static readonly string Linxi = WorldIds.CodeOf(SmallWorld.Linxi);

    [Fact]
    public async Task Stands_apart_with_its_scan_until_it_is_withdrawn_with_a_reason_and_entered_again()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var before = CoveragePagesTests.Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={Linxi}"));

        using var entered = await EnterAsync(officer, Fields());
        using var twice = await EnterAsync(officer, Fields());
        var address = entered.Headers.Location!.OriginalString;
        using var scan = await officer.GetAsync($"{address}/scan");
        var apart = CoveragePagesTests.Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={Linxi}"));
        var sheet = CoveragePagesTests.Plain(await officer.ReadAsync($"/coverage/s3-7-2026/report?organization={Linxi}"));
        using var outside = await school.GetAsync(address);
        using var foreign = await school.PostAsync($"{address}/withdrawal", new() { ["Reason"] = "外人" });
        using var wordless = await officer.PostAsync($"{address}/withdrawal", new() { ["Reason"] = " " });
        using var withdrawn = await officer.PostAsync($"{address}/withdrawal", new() { ["Reason"] = "文号有误" });
        using var late = await officer.PostAsync($"{address}/withdrawal", new() { ["Reason"] = "再撤一次" });
        var after = CoveragePagesTests.Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={Linxi}"));
        var again = await officer.ReadAsync($"/reports/figures/new?from={address.Split('/')[^1]}");
        using var corrected = await EnterAsync(officer, Fields(("DocumentNumber", "临教安〔2025〕3号")));
        var csv = await officer.ReadAsync("/reports/figures.csv?all=true&sort=Entered");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(("application/pdf", Pdf.Length), (scan.Content.Headers.ContentType?.MediaType, (int)scan.Content.Headers.ContentLength!));
        Assert.Contains("上报应训 上报已训 上报百分比", apart);
        Assert.Contains("2024年12月31日 240 79 32.9% 临教安〔2025〕2号", apart);
        Assert.Contains("2024年12月31日 240 79 32.9% 临教安〔2025〕2号", sheet);
        Assert.Equal(Computed(before), Computed(apart));
        Assert.All([outside, foreign], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.DoesNotContain("临教安〔2025〕2号", after);
        Assert.Contains("value=\"240\"", again);
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Contains("240,79,32.9,2024-12-31,临教安〔2025〕2号", csv);
        Assert.Contains("已撤回,文号有误", csv);
        Assert.Contains("临教安〔2025〕3号", await officer.ReadAsync("/reports/figures?q=临溪区&sort=Counted.down&page=7"));
    }

    [Theory]
    [InlineData("Covered", "241", "已训人数不得多于应训人数")]
    [InlineData("Day", "2027-01-01", "数据日期不得晚于今天")]
    [InlineData("Day", "", "请填写日期")]
    [InlineData("DocumentNumber", "", "请填写上报文号")]
    [InlineData("Target", "unknown-2026", "请从列表中选择目标")]
    [InlineData("Organization", "望川县教育局", "请填写统计范围和管理范围内的单位代码或全称")]
    public async Task Says_what_is_wrong_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await EnterAsync(officer, Fields(("Note", "照录原文"), (field, value)));

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, html);
        Assert.Contains("value=\"照录原文\"", html);
    }

    [Fact]
    public async Task A_scan_is_known_by_its_content()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await officer.UploadAsync("/reports/figures", "Scan", "文件.pdf", "<html></html>"u8.ToArray(), Fields());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请选择PDF或图片格式的扫描件", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Strangers_learners_and_unknown_addresses_get_nothing()
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        using var signedOut = await visitor.GetAsync("/reports/figures");
        using var forbidden = await learner.GetAsync("/reports/figures");
        using var form = await learner.GetAsync("/reports/figures/new");
        using var unknown = await officer.GetAsync($"/reports/figures/{Guid.NewGuid()}");
        using var unknownScan = await officer.GetAsync($"/reports/figures/{Guid.NewGuid()}/scan");
        using var neighbour = await EnterAsync(officer, Fields());

        Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
        Assert.All([forbidden, form], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.All([unknown, unknownScan], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neighbour.StatusCode);
        Assert.Contains("没有已上报数", await officer.ReadAsync("/reports/figures?sort=nonsense&page=-1"));
    }

    private static Task<HttpResponseMessage> EnterAsync(TestBrowser officer, IEnumerable<KeyValuePair<string, string>> fields) =>
        officer.UploadAsync("/reports/figures", "Scan", "上报文件.pdf", Pdf, fields);

    private static Dictionary<string, string> Fields(params (string Field, string Value)[] others)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Target"] = "s3-7-2024",
            ["Organization"] = Linxi,
            ["Counted"] = "240",
            ["Covered"] = "79",
            ["Day"] = "2024-12-31",
            ["DocumentNumber"] = "临教安〔2025〕2号",
        };
        foreach (var (field, value) in others)
        {
            fields[field] = value;
        }

        return fields;
    }

    // The cards of the years, before whatever stands apart.
    private static string Computed(string page) => page.Split("2024年 目标")[1].Split("已上报数")[0].Split("本单位没有")[0];
}

public sealed class ReportedFigurePagesOnSqlite(SqliteApp app) : ReportedFigurePagesTests(app), IClassFixture<SqliteApp>;

public sealed class ReportedFigurePagesOnPostgres(PostgresApp app) : ReportedFigurePagesTests(app), IClassFixture<PostgresApp>;

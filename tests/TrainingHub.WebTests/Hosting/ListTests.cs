using System.Net;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Hosting;

/// <summary>Every list can be sorted, narrowed down and taken along as a file.</summary>
public abstract class ListTests(WebApp app)
{
    private static readonly string School32 = WorldIds.CodeOf(SmallWorld.School32), Binhe = WorldIds.CodeOf(SmallWorld.Binhe);
    private static readonly Guid Vice = WorldIds.Of("person", SmallWorld.VicePrincipal);

    [Fact]
    public async Task Own_certificates_sort_filter_and_export()
    {
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        var serial = (await app.CertificateOfAsync(Vice)).Serial;

        var valid = await learner.ReadAsync("/certificates?state=Valid&sort=Until");
        var revoked = await learner.ReadAsync("/certificates?state=Revoked&page=9");
        using var file = await learner.GetAsync("/certificates.csv?sort=Name.down");

        Assert.Contains(serial, valid);
        Assert.Contains("没有这个状态的证书", revoked);
        Assert.StartsWith($"编号,证书名称,培训项目,签发单位,完成日期,签发日期,有效期至,学时,状态\r\n{serial},培训合格证明,", await CsvAsync(file));
        Assert.Contains("filename*=UTF-8''%E6%88%91%E7%9A%84%E8%AF%81%E4%B9%A6", file.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task Records_sort_and_export()
    {
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        var sorted = await learner.ReadAsync("/records?sort=Credit.down");
        using var own = await learner.GetAsync("/records.csv?sort=Programme");
        using var seen = await officer.GetAsync($"/people/{Vice}/records.csv");

        Assert.Contains("aria-sort=\"descending\"><a href=\"/records?sort=Credit\"", sorted);
        Assert.Contains("2025-10-15,温以宁,临溪区第三十二中学,", await CsvAsync(own));
        Assert.Equal(await CsvAsync(own), await CsvAsync(seen));
    }

    [Fact]
    public async Task Grants_sort_filter_and_export()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var path = $"/people/{WorldIds.Of("person", SmallWorld.LinxiOfficer)}/grants";

        var all = await officer.ReadAsync($"{path}?sort=Capability.down");
        var narrowed = await officer.ReadAsync($"{path}?may=ReadNames&q=临溪");
        var nothing = await officer.ReadAsync($"{path}?q=没有这个机构");
        using var file = await officer.GetAsync($"{path}.csv?may=ReadNames");

        Assert.Contains("aria-sort=\"descending\"", all);
        Assert.Contains("第1—1条，共1条", narrowed.Replace("–", "—", StringComparison.Ordinal));
        Assert.Contains("没有符合条件的权限", nothing);
        Assert.Equal(2, (await CsvAsync(file)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Exclusions_sort_filter_and_export()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var asked = await school.PostAsync("/coverage/s3-7-2026/exclusions", new()
        {
            ["Person"] = WorldIds.Of("person", SmallWorld.Responsible).ToString(),
            ["Why"] = "LongSickLeave",
            ["From"] = "2026-10-01",
            ["Until"] = "2026-12-31",
        });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);

        var waiting = await county.ReadAsync("/coverage/s3-7-2026/exclusions?state=Asked&q=骆怀安&sort=Recorded.down");
        var byUnit = await county.ReadAsync("/coverage/s3-7-2026/exclusions?q=第三十二中学");
        var approved = await county.ReadAsync("/coverage/s3-7-2026/exclusions?state=Approved");
        using var file = await county.GetAsync("/coverage/s3-7-2026/exclusions.csv?state=Asked");
        using var elsewhere = await neighbour.GetAsync("/coverage/s3-7-2026/exclusions.csv");

        Assert.Contains("骆怀安", waiting);
        Assert.Contains("aria-sort=\"descending\"", waiting);
        Assert.Contains("骆怀安", byUnit);
        Assert.Contains("没有符合条件的内容", approved);
        Assert.Contains("骆怀安,临溪区第三十二中学,", await CsvAsync(file));
        Assert.DoesNotContain("骆怀安", await CsvAsync(elsewhere));
    }

    [Fact]
    public async Task Promises_and_posts_sort_filter_and_export()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var found = await officer.ReadAsync("/coverage?year=2026&q=轮训&sort=Setter.down");
        var nothing = await officer.ReadAsync("/coverage?q=没有这个目标");
        using var file = await officer.GetAsync("/coverage.csv?year=2026");
        using var posts = await officer.GetAsync("/coverage/s3-7-2026/posts.csv?posts=Counted.down");

        Assert.Contains("空缺岗位", found);
        Assert.DoesNotContain("2025年</a>", found);
        Assert.Contains("没有符合条件的内容", nothing);
        Assert.Contains("云岭市教育局,2026,100,2026-10-15,云岭市教育局,19,10,9,52.6,", await CsvAsync(file));
        var lines = (await CsvAsync(posts)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("岗位,应训,已训,", lines[0]);
        var counted = lines.Skip(2).Select(line => int.Parse(line.Split(',')[1], null)).ToList();
        Assert.Equal(counted.OrderDescending(), counted);
        Assert.Equal(int.Parse(lines[1].Split(',')[1], null), counted.Sum());
    }

    [Fact]
    public async Task People_for_slips_are_found_by_name()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var found = await school.ReadAsync($"/organizations/{School32}/slips?q=沈知&sort=Account.down");

        Assert.Contains("沈知南", found);
        Assert.DoesNotContain("温以宁", found);
        Assert.Contains($"/organizations/{School32}/slips?q=", WebUtility.UrlDecode(found));
    }

    [Theory]
    [InlineData("/certificates.csv")]
    [InlineData("/records.csv")]
    [InlineData("/people/00000000-0000-0000-0000-000000000001/records.csv")]
    [InlineData("/people/00000000-0000-0000-0000-000000000001/grants.csv")]
    [InlineData("/coverage.csv")]
    [InlineData("/coverage/s3-7-2026/posts.csv")]
    [InlineData("/coverage/s3-7-2026/exclusions.csv")]
    public async Task A_visitor_is_asked_to_sign_in(string path)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.StartsWith("/account/session", answer.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("/people/00000000-0000-0000-0000-000000000001/records.csv")]
    [InlineData("/people/00000000-0000-0000-0000-000000000001/grants.csv")]
    [InlineData("/coverage/unknown/posts.csv")]
    [InlineData("/coverage/unknown/exclusions.csv")]
    public async Task What_is_unknown_is_not_found(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_out_of_reach_is_not_found()
    {
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        foreach (var path in new[] { $"/people/{Vice}/records.csv", $"/people/{Vice}/grants.csv", $"/coverage/s3-7-2026/posts.csv?organization={Binhe}" })
        {
            using var unreached = await neighbour.GetAsync(path);
            using var forbidden = await teacher.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, unreached.StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, forbidden.StatusCode));
        }
    }

    [Theory]
    [InlineData("/certificates?state=nonsense&sort=nonsense&page=-1")]
    [InlineData("/certificates.csv?state=nonsense")]
    [InlineData("/records?sort=nonsense.down&page=99")]
    [InlineData("/records.csv?sort=nonsense")]
    [InlineData("/coverage?year=nonsense&sort=nonsense&page=99&q=%25_%27")]
    [InlineData("/coverage.csv?year=nonsense")]
    [InlineData("/coverage/s3-7-2026/posts.csv?posts=nonsense")]
    [InlineData("/coverage/s3-7-2026/exclusions?state=nonsense&sort=nonsense&page=x")]
    [InlineData("/coverage/s3-7-2026/exclusions.csv?state=nonsense&q=%25_%27")]
    public async Task Odd_queries_answer_all_the_same(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        await officer.ReadAsync(path);
    }

    private static async Task<string> CsvAsync(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF');
    }
}

public sealed class ListsOnSqlite(SqliteApp app) : ListTests(app), IClassFixture<SqliteApp>;

public sealed class ListsOnPostgres(PostgresApp app) : ListTests(app), IClassFixture<PostgresApp>;

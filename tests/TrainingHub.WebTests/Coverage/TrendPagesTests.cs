using System.Net;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Trend and gaps of the small world on 15 October 2026, as officers read them.</summary>
public abstract class TrendPagesTests(WebApp app)
{
    [Fact]
    public async Task Shows_the_figure_at_each_months_end_and_compares_with_the_last()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026/trend"));
        var file = await officer.ReadAsync("/coverage/s3-7-2026/trend.csv");

        Assert.Contains("与2026年9月30日相比", text);
        Assert.Contains("2024年1月31日", text);
        Assert.Contains("2026年10月15日 19 10 9 52.6%", text);
        // 33 ends of months since January 2024, today, and the head.
        Assert.Equal(35, file.Trim().Split('\n').Length);
        Assert.Contains("2025-12-31,", file);
    }

    [Fact]
    public async Task Lists_units_by_what_they_lack_and_filters_them()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026/gaps"));
        var all = await officer.ReadAsync("/coverage/s3-7-2026/gaps.csv?level=all");
        var colleges = await officer.ReadAsync("/coverage/s3-7-2026/gaps.csv?level=all&kind=VocationalCollege");
        var unmet = await officer.ReadAsync("/coverage/s3-7-2026/gaps.csv?level=all&state=undeclared&sort=Name");
        using var workbook = await officer.GetAsync("/coverage/s3-7-2026/gaps.xlsx?level=all&stage=Primary&flag=Boarding");

        // Of a past day it has none, and says so instead of showing today's.
        using var past = await officer.GetAsync("/coverage/s3-7-2026/gaps?day=2026-03-05");
        using var pastFile = await officer.GetAsync("/coverage/s3-7-2026/gaps.csv?day=2026-03-05");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (past.StatusCode, pastFile.StatusCode));
        Assert.Contains("没有以前某一天的", WebUtility.HtmlDecode(await past.Content.ReadAsStringAsync()));

        Assert.Contains("合计 还差9人", text);
        var gaps = all.Trim().Split("\r\n").Skip(1).Select(line => line.Split(',')[2]).Where(gap => gap.Length > 0).Select(gap => int.Parse(gap, null)).ToList();
        Assert.Equal(9, gaps.Sum());
        Assert.Equal(gaps.OrderDescending(), gaps);
        Assert.InRange(colleges.Trim().Split("\r\n").Length, 1, 3);
        Assert.Contains("未申报", unmet);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
    }

    [Theory]
    [InlineData("trend")]
    [InlineData("trend.csv")]
    [InlineData("gaps")]
    [InlineData("gaps.csv")]
    [InlineData("gaps.xlsx")]
    public async Task Opens_to_nobody_without_reach_and_survives_odd_wishes(string page)
    {
        using var stranger = app.Visitor();
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        using var signedOut = await stranger.GetAsync($"/coverage/s3-7-2026/{page}");
        using var outside = await officer.GetAsync($"/coverage/s3-7-2026/{page}?organization={WorldIds.CodeOf(SmallWorld.Linxi)}");
        using var unknown = await officer.GetAsync($"/coverage/none/{page}");
        using var odd = await officer.GetAsync($"/coverage/s3-7-2026/{page}?kind=nonsense&stage=99&flag=-1&state=x&level=y&sort=z.down&page=-4");

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, odd.StatusCode);
    }
}

public sealed class TrendPagesOnSqlite(SqliteApp app) : TrendPagesTests(app), IClassFixture<SqliteApp>;

public sealed class TrendPagesOnPostgres(PostgresApp app) : TrendPagesTests(app), IClassFixture<PostgresApp>;

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Trend and gaps of the small world on 15 October 2026, as officers read them.</summary>
public abstract partial class TrendPagesTests(WebApp app)
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

        Assert.Contains("合计 还差9人", text);
        var gaps = all.Trim().Split("\r\n").Skip(1).Select(line => line.Split(',')[2]).Where(gap => gap.Length > 0).Select(gap => int.Parse(gap, null)).ToList();
        Assert.Equal(9, gaps.Sum());
        Assert.Equal(gaps.OrderDescending(), gaps);
        Assert.InRange(colleges.Trim().Split("\r\n").Length, 1, 3);
        Assert.Contains("未申报", unmet);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
    }

    [Fact]
    public async Task Lists_units_by_what_they_lacked_on_a_past_day_as_the_figure_of_that_day_says()
    {
        const string Day = "day=2025-12-31";
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = await officer.ReadAsync($"/coverage/s3-7-2026/gaps?{Day}&level=all&sort=Missing.down");
        var all = Rows(await officer.ReadAsync($"/coverage/s3-7-2026/gaps.csv?{Day}&level=all"));
        var direct = Rows(await officer.ReadAsync($"/coverage/s3-7-2026/gaps.csv?{Day}&sort=Name"));
        var unmet = Rows(await officer.ReadAsync($"/coverage/s3-7-2026/gaps.csv?{Day}&level=all&state=unmet"));
        var boarding = Rows(await officer.ReadAsync($"/coverage/s3-7-2026/gaps.csv?{Day}&level=all&flag=Boarding"));
        var rest = Rows(await officer.ReadAsync($"/coverage/s3-7-2026/gaps.csv?{Day}&level=all&flag=None"));
        var total = Rows(await officer.ReadAsync($"/coverage/s3-7-2026/units.csv?{Day}"))[0].Split(',');
        var today = Rows(await officer.ReadAsync("/coverage/s3-7-2026/gaps.csv?level=all"));
        var todayAsked = Rows(await officer.ReadAsync("/coverage/s3-7-2026/gaps.csv?level=all&day=2026-10-15"));
        using var workbook = await officer.GetAsync($"/coverage/s3-7-2026/gaps.xlsx?{Day}&level=all&stage=Primary");
        using var ahead = await officer.GetAsync("/coverage/s3-7-2026/gaps?day=2026-10-16");
        using var aheadFile = await officer.GetAsync("/coverage/s3-7-2026/gaps.csv?day=2026-10-16");

        Assert.Contains("截至2025年12月31日（按现在掌握的情况）", CoveragePagesTests.Plain(text));
        Assert.Matches(@"/coverage/s3-7-2026/people\?organization=[A-Z0-9]+&state=missing&day=2025-12-31", text);
        Assert.Equal((total[1], total[2]), Sums(all));
        Assert.Equal((total[1], total[2]), Sums(direct));
        Assert.True(direct.Count < all.Count);
        Assert.All(unmet, row => Assert.True(int.Parse(row.Split(',')[2], null) > 0 || row.Contains("未申报", StringComparison.Ordinal)));
        Assert.Empty(boarding.Intersect(rest, StringComparer.Ordinal));
        Assert.Equal(today, todayAsked);
        Assert.NotEqual(Sums(today), Sums(all));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (workbook.StatusCode, ahead.StatusCode, aheadFile.StatusCode));
        Assert.Contains("还没有到", WebUtility.HtmlDecode(await ahead.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Parts_a_figure_by_stage_and_by_flag_and_opens_each_row_to_its_names()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        foreach (var day in new[] { "", "&day=2026-03-05" })
        {
            var page = await officer.ReadAsync("/coverage/s3-7-2026?x=1" + day);
            var rows = Rows(await officer.ReadAsync("/coverage/s3-7-2026/traits.csv?x=1" + day)).ConvertAll(row => row.Split(','));

            foreach (var group in rows.GroupBy(row => row[0], StringComparer.Ordinal))
            {
                var (parts, total) = (group.Where(row => !IsSum(row)).ToList(), group.Last());
                var less = group.FirstOrDefault(row => row[1].StartsWith('减'));
                foreach (var column in new[] { 2, 3, 4, 6 })
                {
                    Assert.Equal(Number(total, column), parts.Sum(row => Number(row, column)) - (less is null ? 0 : Number(less, column)));
                }
            }

            foreach (Match link in TraitLink().Matches(page))
            {
                var row = rows.Find(row => string.Equals(row[1], WebUtility.HtmlDecode(link.Groups["name"].Value.Trim()), StringComparison.Ordinal))!;
                var address = WebUtility.HtmlDecode(link.Groups["address"].Value);
                Assert.Equal(Number(row, 4), Rows(await officer.ReadAsync(address.Replace("people?", "people.csv?", StringComparison.Ordinal))).Count);
                await officer.ReadAsync(address);
            }

            Assert.Contains("stage=Primary", page);
            Assert.Contains("flag=None", page);
        }

        static bool IsSum(string[] row) => row[1].StartsWith('减') || row[1].EndsWith("合计", StringComparison.Ordinal);
        static int Number(string[] row, int column) => int.Parse(row[column], null);
    }

    [Theory]
    [InlineData("trend")]
    [InlineData("trend.csv")]
    [InlineData("gaps")]
    [InlineData("gaps.csv")]
    [InlineData("gaps.xlsx")]
    [InlineData("traits.csv")]
    [InlineData("gaps?day=2026-03-05&")]
    public async Task Opens_to_nobody_without_reach_and_survives_odd_wishes(string page)
    {
        using var stranger = app.Visitor();
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        using var signedOut = await stranger.GetAsync($"/coverage/s3-7-2026/{page}");
        using var outside = await officer.GetAsync($"/coverage/s3-7-2026/{page}{(page.Contains('?', StringComparison.Ordinal) ? "" : "?")}organization={WorldIds.CodeOf(SmallWorld.Linxi)}");
        using var unknown = await officer.GetAsync($"/coverage/none/{page}");
        using var odd = await officer.GetAsync($"/coverage/s3-7-2026/{page}{(page.Contains('?', StringComparison.Ordinal) ? "" : "?")}kind=nonsense&stage=99&flag=-1&state=x&level=y&sort=z.down&page=-4");

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, odd.StatusCode);
    }

    private static List<string> Rows(string csv) => [.. csv.Trim().Split("\r\n").Skip(1)];

    [GeneratedRegex("<a href=\"(?<address>/coverage/s3-7-2026/people[^\"]*;(stage|flag)=[^\"]*)\">(?<name>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TraitLink();

    /// <summary>Counted and covered of all rows of a file of gaps.</summary>
    private static (string Counted, string Covered) Sums(List<string> rows) =>
        (rows.Sum(row => int.Parse(row.Split(',')[3], null)).ToString(CultureInfo.InvariantCulture), rows.Sum(row => int.Parse(row.Split(',')[4], null)).ToString(CultureInfo.InvariantCulture));
}

public sealed class TrendPagesOnSqlite(SqliteApp app) : TrendPagesTests(app), IClassFixture<SqliteApp>;

public sealed class TrendPagesOnPostgres(PostgresApp app) : TrendPagesTests(app), IClassFixture<PostgresApp>;

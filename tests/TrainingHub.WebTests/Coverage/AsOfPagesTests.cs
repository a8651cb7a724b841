using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Figures of past days, as officers read them of the small world on 15 October 2026. Nothing here writes a fact that counts.</summary>
public abstract partial class AsOfPagesTests(WebApp app)
{
    [Fact]
    public async Task Answers_as_of_a_past_day_with_the_names_on_both_sides()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var page = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026?day=2026-03-05"));
        var missing = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?day=2026-03-05&state=missing"));
        var covered = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?day=2026-03-05&state=covered&sort=Day.down"));
        var file = await officer.ReadAsync("/coverage/s3-7-2026/people.csv?day=2026-03-05&state=covered");
        var units = await officer.ReadAsync("/coverage/s3-7-2026/units.csv?day=2026-03-05");

        Assert.Contains("截至2026年3月5日（按现在掌握的情况）", page);
        var figures = Figures().Match(page);
        var (counted, coveredCount) = (int.Parse(figures.Groups["counted"].Value, null), int.Parse(figures.Groups["covered"].Value, null));
        Assert.InRange(coveredCount, 1, counted - 1);
        Assert.Contains($"未训 {counted - coveredCount}", missing);
        Assert.Contains($"已训 {coveredCount}", covered);
        Assert.Equal(coveredCount + 1, file.Trim().Split('\n').Length);
        Assert.Contains($"合计,{counted},{coveredCount},{counted - coveredCount}", units);
    }

    [Fact]
    public async Task Names_of_a_past_day_are_told_apart_by_their_reasons_as_those_of_today_are()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        const string Past = "/coverage/s3-7-2026/people?day=2026-03-05&state=missing";

        var all = await officer.ReadAsync(Past);
        var counts = ReasonLink().Matches(all).ToDictionary(match => match.Groups["reason"].Value, match => int.Parse(match.Groups["count"].Value, null), StringComparer.Ordinal);
        var file = await officer.ReadAsync(Past.Replace("people?", "people.csv?", StringComparison.Ordinal));
        var (reason, count) = counts.First();
        var some = await officer.ReadAsync($"{Past}&reason={reason}");
        var someFile = await officer.ReadAsync($"{Past.Replace("people?", "people.csv?", StringComparison.Ordinal)}&reason={reason}");
        using var workbook = await officer.GetAsync($"{Past.Replace("people?", "people.xlsx?", StringComparison.Ordinal)}&reason={reason}");
        using var nonsense = await officer.GetAsync($"{Past}&reason=nonsense");

        Assert.Equal(Rows(file).Count, counts.Values.Sum());
        Assert.Equal(count, Rows(someFile).Count);
        Assert.Subset(Rows(file).ToHashSet(StringComparer.Ordinal), Rows(someFile).ToHashSet(StringComparer.Ordinal));
        Assert.Single(Rows(someFile).Select(row => row.Split(',')[5]).Distinct(StringComparer.Ordinal));
        Assert.Contains($"<option value=\"{reason}\" selected", some);
        Assert.Contains($"&reason={reason}", some);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (workbook.StatusCode, nonsense.StatusCode));
    }

    [Fact]
    public async Task Days_at_year_ends_give_the_figures_of_the_targets_cut_off_there()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var later = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2025?day=2026-06-01"));
        var cutOff = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2025?day=2025-12-31"));

        Assert.Contains("统计截止日为2025年12月31日，此后的培训不再计入", later);
        Assert.Contains("应训 19 已训 8 达标需 12", later);
        Assert.Contains("应训 19 已训 8 达标需 12", cutOff);
    }

    [Fact]
    public async Task Only_what_was_known_at_a_moment_counts_when_one_is_given()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        // The demo world was entered at ten.
        var before = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026?day=2026-03-05&moment=2026-10-15T09:59"));
        var after = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026?day=2026-03-05&moment=2026-10-15T10:00"));

        Assert.Contains("当时系统里还没有它", before);
        Assert.Contains("截至2026年3月5日（按2026年10月15日10:00掌握的情况）", after);
    }

    [Theory]
    [InlineData("day=2026-10-16", "还没有到")]
    [InlineData("day=2023-12-31", "从2024年1月1日起计算培训")]
    [InlineData("day=2026-02-30", "没有看懂日期")]
    [InlineData("moment=yesterday", "没有看懂日期")]
    [InlineData("moment=2026-10-15T23:00", "还没有到")]
    public async Task Says_why_a_day_has_no_figure_and_shows_today(string query, string message)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var page = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026?" + query));

        Assert.Contains(message, page);
        Assert.Contains("应训 19 已训 10", page);
        Assert.Contains(message, CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?" + query)));
    }

    [Fact]
    public async Task A_past_day_opens_nothing_that_today_does_not()
    {
        var linxi = WorldIds.CodeOf(SmallWorld.Linxi);
        using var stranger = app.Visitor();
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        using var signedOut = await stranger.GetAsync("/coverage/s3-7-2026?day=2026-03-05");
        using var outside = await officer.GetAsync($"/coverage/s3-7-2026?organization={linxi}&day=2026-03-05");
        using var names = await officer.GetAsync($"/coverage/s3-7-2026/people?organization={linxi}&day=2026-03-05");
        using var unknown = await officer.GetAsync("/coverage/none/people?day=2026-03-05");

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, names.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static List<string> Rows(string csv) => [.. csv.Trim().Split("\r\n").Skip(1)];

    [GeneratedRegex("reason=(?<reason>[A-Za-z]+)[^\"]*\"[^>]*>[^<]*<b class=\"th-num\">(?<count>[0-9]+)</b>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReasonLink();

    [GeneratedRegex("应训 (?<counted>[0-9]+) 已训 (?<covered>[0-9]+) 达标需", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}

public sealed class AsOfPagesOnSqlite(SqliteApp app) : AsOfPagesTests(app), IClassFixture<SqliteApp>;

public sealed class AsOfPagesOnPostgres(PostgresApp app) : AsOfPagesTests(app), IClassFixture<PostgresApp>;

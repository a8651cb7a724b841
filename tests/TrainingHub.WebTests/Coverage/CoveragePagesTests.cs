using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Coverage;

/// <summary>What officers read of the small world on 15 October 2026. Nothing here writes a fact that counts.</summary>
public abstract partial class CoveragePagesTests(WebApp app)
{
    private static readonly string City = WorldIds.CodeOf(SmallWorld.City), Linxi = WorldIds.CodeOf(SmallWorld.Linxi),
        Wangchuan = WorldIds.CodeOf(SmallWorld.Wangchuan), School32 = WorldIds.CodeOf(SmallWorld.School32), SongpingFirst = WorldIds.CodeOf(SmallWorld.SongpingFirst);

    [Fact]
    public async Task Shows_each_year_against_its_target_in_people_first()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026"));

        Assert.Contains("2024年 目标不低于30% 未达标 15.7 % 还差 3 人 应训 19 已训 3 达标需 6", text);
        Assert.Contains("2025年 目标不低于60% 未达标 42.1 % 还差 4 人 应训 19 已训 8 达标需 12", text);
        Assert.Contains("2026年 目标100% 进行中，还有77天 52.6 % 还差 9 人 应训 19 已训 10 达标需 19 免训 0 未申报单位 1 空缺岗位 1", text);
    }

    [Fact]
    public async Task Says_on_which_days_and_by_which_definition_it_counts()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026"));

        Assert.Contains("统计截止日： 2026年12月31日 （截至今日） 数据截至： 2026年10月15日10:00:00 口径： 2024年1月1日至2026年12月31日累计 范围： 云岭市教育局 ，应申报单位8个", text);
        Assert.Contains("应训：2026年10月15日任职于云岭市教育局所辖乡镇中心学校、学校（含幼儿园）、职业院校、高等学校、岗位为校长（园长）、分管安全副校长、具体责任人的人员", text);
        Assert.Contains("2024年1月1日至2026年10月15日期间完成", text);
        Assert.Contains("还有单位未申报就不算达标", text);
        Assert.Contains("截止日前30天（2026年9月16日至2026年10月15日）的变动：新任0人次，离岗0人次，新增免训0人", text);
    }

    [Fact]
    public async Task Speaks_english_too()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        officer.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026"));

        Assert.Contains("Cut-off day: 31 December 2026 (up to today)", text);
        Assert.Contains("Principal", text);
        Assert.DoesNotContain("Definition_", text);
    }

    [Fact]
    public async Task Units_add_up_to_their_bureau_and_bureaus_to_the_target()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        foreach (var target in new[] { "s3-7-2024", "s3-7-2025", "s3-7-2026" })
        {
            var city = await UnitsAsync(officer, target, City);
            var schools = new List<int[]>();
            foreach (var county in new[] { Linxi, Wangchuan })
            {
                var rows = await UnitsAsync(officer, target, county);
                Assert.Equal(rows[0], Sum(rows.Skip(1)));
                schools.Add(rows[0]);
            }

            Assert.Equal(city[0], Sum(city.Skip(1)));
            Assert.Equal(3, city[0][0] - Sum(schools)[0]);
        }
    }

    [Fact]
    public async Task A_county_sees_its_own_sub_tree_and_nothing_else()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026"));
        using var neighbour = await officer.GetAsync($"/coverage/s3-7-2026?organization={Linxi}");
        using var above = await officer.GetAsync($"/coverage/s3-7-2026?organization={City}");

        Assert.Contains("应训 7 已训 3", text);
        Assert.DoesNotContain("临溪区", text);
        Assert.Equal(HttpStatusCode.NotFound, neighbour.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, above.StatusCode);
    }

    [Fact]
    public async Task A_post_where_nobody_is_counted_is_vacant_not_kept_elsewhere_or_not_declared_but_never_a_percentage()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var experimental = Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={WorldIds.CodeOf(SmallWorld.Experimental)}"));
        var poplar = Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={WorldIds.CodeOf(SmallWorld.Poplar)}"));
        var songping = Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={SongpingFirst}"));

        Assert.Contains("分管安全副校长 0 0 — 空缺", experimental);
        Assert.Contains("具体责任人 0 0 — 兼任，计入别处", experimental);
        Assert.Contains("分管安全副校长 0 0 — 不设", poplar);
        Assert.Contains("分管安全副校长 0 0 — 未申报", songping);
    }

    [Fact]
    public async Task Lists_every_promise_in_reach_with_its_years()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var text = Plain(await officer.ReadAsync("/coverage"));

        Assert.Contains("2026年 目标100% 7 3 还差4人 42.8%", text);
    }

    [Fact]
    public async Task Names_the_missing_with_the_reason_and_masks_phones()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026/people"));

        Assert.Contains("2026年名单：还差4人", text);
        Assert.Contains("未训 4 已训 5 免训 0 兼任 1 新任 0 离岗 0", text);
        Assert.Contains("沈知南 校长（园长） 临溪区第三十二中学 临溪区教育局 未开始 139****0005", text);
        Assert.DoesNotContain("13900000005", text);
        Assert.DoesNotContain("关山月", text);
    }

    [Fact]
    public async Task Names_the_covered_with_the_kind_of_evidence()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?state=covered"));

        Assert.Contains("温以宁 分管安全副校长 临溪区第三十二中学 临溪区教育局 主管部门集中培训 2025年10月15日", text);
    }

    [Fact]
    public async Task Filters_by_post_reason_and_name()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var post = Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?position=ViceSafety"));
        var reason = Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?reason=Failed"));
        var name = Plain(await officer.ReadAsync("/coverage/s3-7-2026/people?name=%E6%B2%88"));

        Assert.Contains("尹书遥", post);
        Assert.DoesNotContain("沈知南", post);
        Assert.Contains("没有符合条件的人员", reason);
        Assert.Contains("沈知南", name);
        Assert.DoesNotContain("尹书遥", name);
    }

    [Fact]
    public async Task Says_where_a_second_post_counts_but_not_outside_the_readers_reach()
    {
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        Assert.Contains("闻人笑 具体责任人 松坪乡第一小学 松坪乡中心学校 兼任，计入松坪乡中心学校（具体责任人）", Plain(await county.ReadAsync("/coverage/s3-7-2026/people?state=elsewhere")));

        await GrantAsync(SmallWorld.WangchuanPrincipal, SmallWorld.SongpingFirst, Capability.ReadCoverage, Capability.ReadNames);
        using var school = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        var text = Plain(await school.ReadAsync("/coverage/s3-7-2026/people?state=elsewhere"));

        Assert.Contains("计入本辖区以外单位", text);
        Assert.DoesNotContain("计入松坪乡中心学校", text);
    }

    [Fact]
    public async Task Exports_all_that_the_filter_finds()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.GetAsync("/coverage/s3-7-2026/people.csv?state=missing");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(10, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("沈知南,校长（园长）,临溪区第三十二中学,临溪区教育局,未训,未开始,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/coverage")]
    [InlineData("/coverage/s3-7-2026")]
    [InlineData("/coverage/s3-7-2026/units.csv")]
    [InlineData("/coverage/s3-7-2026/people")]
    [InlineData("/coverage/s3-7-2026/people.csv")]
    [InlineData("/coverage/s3-7-2026/changes")]
    [InlineData("/coverage/s3-7-2026/changes.csv")]
    [InlineData("/coverage/s3-7-2026/report")]
    [InlineData("/coverage/s3-7-2026/exclusions")]
    [InlineData("/organizations/UNKNOWN/declarations")]
    [InlineData("/programmes")]
    public async Task Asks_visitors_to_sign_in_and_tells_learners_that_they_may_not(string path)
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);

        using var signedOut = await visitor.GetAsync(path);
        using var forbidden = await learner.GetAsync(path);

        Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
        // What has a name in its address is not even said to exist.
        Assert.Equal(path is "/coverage" or "/programmes" ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, forbidden.StatusCode);
    }

    [Theory]
    [InlineData("/coverage/unknown")]
    [InlineData("/coverage/s3-7-2026?organization=UNKNOWN")]
    [InlineData("/coverage/unknown/units.csv")]
    [InlineData("/coverage/unknown/people")]
    [InlineData("/coverage/s3-7-2026/people?organization=UNKNOWN")]
    [InlineData("/coverage/unknown/people.csv")]
    [InlineData("/coverage/unknown/changes")]
    [InlineData("/coverage/s3-7-2026/changes?organization=UNKNOWN")]
    [InlineData("/coverage/unknown/changes.csv")]
    [InlineData("/coverage/unknown/report")]
    [InlineData("/coverage/s3-7-2026/report?organization=UNKNOWN")]
    [InlineData("/coverage/unknown/exclusions")]
    [InlineData("/organizations/UNKNOWN/declarations")]
    public async Task What_is_unknown_is_not_found(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_names_of_a_figure_in_reach_need_the_capability_there()
    {
        await GrantAsync(SmallWorld.BinhePrincipal, SmallWorld.Linxi, Capability.ReadCoverage);
        await GrantAsync(SmallWorld.BinhePrincipal, SmallWorld.Binhe, Capability.ReadNames);
        using var principal = await app.SignInAsync(SmallWorld.BinhePrincipal);

        using var own = await principal.GetAsync($"/coverage/s3-7-2026/people?organization={WorldIds.CodeOf(SmallWorld.Binhe)}");
        using var neighbour = await principal.GetAsync($"/coverage/s3-7-2026/people?organization={School32}");
        using var stranger = await principal.GetAsync($"/coverage/s3-7-2026/people?organization={SongpingFirst}");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound], new[] { own.StatusCode, neighbour.StatusCode, stranger.StatusCode });
    }

    [Theory]
    [InlineData("/coverage/s3-7-2026?page=-5&sort=Name")]
    [InlineData("/coverage/s3-7-2026?page=99999&sort=Percentage")]
    [InlineData("/coverage/s3-7-2026?sort=nonsense")]
    [InlineData("/coverage/s3-7-2026?posts=nonsense.down&sort=.down")]
    [InlineData("/coverage/s3-7-2026/people?sort=nonsense.down")]
    [InlineData("/coverage/s3-7-2026/changes?kind=nonsense&sort=nonsense&page=-3&name=%25_%27")]
    [InlineData("/coverage/s3-7-2026/exclusions?page=99&name=%25_%27")]
    [InlineData("/coverage/s3-7-2026/report?sort=nonsense&page=9")]
    [InlineData("/coverage/s3-7-2026/people?state=nonsense&page=99&position=nonsense&reason=nonsense&name=%25_%27")]
    public async Task Odd_queries_show_the_page_all_the_same(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        await officer.ReadAsync(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/units.csv")]
    [InlineData("/people")]
    [InlineData("/people.csv")]
    [InlineData("/changes")]
    [InlineData("/changes.csv")]
    [InlineData("/report")]
    public async Task A_unit_out_of_reach_is_not_found(string page)
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        using var answer = await officer.GetAsync($"/coverage/s3-7-2026{page}?organization={Linxi}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Units_posts_and_names_can_be_sorted_by_their_heads()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var most = await UnitsAsync(officer, "s3-7-2026", City, "&sort=Counted.down");
        var least = await UnitsAsync(officer, "s3-7-2026", City, "&sort=Counted");
        var page = await officer.ReadAsync("/coverage/s3-7-2026?sort=Covered&posts=Missing.down");
        var names = await officer.ReadAsync("/coverage/s3-7-2026/people.csv?sort=Name.down");
        var byName = await officer.ReadAsync("/coverage/s3-7-2026/people.csv?sort=Name");

        Assert.Equal(most.Skip(1).Select(row => row[0]).OrderDescending(), most.Skip(1).Select(row => row[0]));
        Assert.Equal(least.Skip(1).Select(row => row[0]).Order(), least.Skip(1).Select(row => row[0]));
        Assert.Contains("aria-sort=\"ascending\"><a href=\"/coverage/s3-7-2026?posts=Missing.down&sort=Covered.down#units\"", page);
        Assert.Contains("aria-sort=\"descending\"><a href=\"/coverage/s3-7-2026?sort=Covered&posts=Missing#posts\"", page);
        Assert.Equal(First(byName).Reverse(), First(names));

        static string[] First(string csv) => [.. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])];
    }

    [Fact]
    public async Task Lists_who_joined_and_left_shortly_before_the_cut_off_and_who_recorded_it()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var page = Plain(await officer.ReadAsync("/coverage/s3-7-2026/changes"));
        using var answer = await officer.GetAsync("/coverage/s3-7-2026/changes.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Contains("截止日前30天没有变动", page);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("姓名,机构,变动,岗位或免训原因,日期,登记人,登记时间,说明", System.Text.Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task The_sheet_for_sealing_lists_everything_once()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var text = Plain(await officer.ReadAsync("/coverage/s3-7-2026/report"));
        var school = Plain(await officer.ReadAsync($"/coverage/s3-7-2026/report?organization={School32}"));

        Assert.Contains("云岭市教育局校园安全培训覆盖情况表", text);
        Assert.Contains("一、目标与完成情况", text);
        Assert.Contains("2026年 目标100% 19 10 52.6% 还差9人 1 1 0 进行中，还有77天", text);
        Assert.Contains("三、按机构（2026年）", text);
        Assert.Contains("四、截止日前30天的变动和免训", text);
        Assert.Contains("（2026年9月16日至2026年10月15日）的变动：新任0人次，离岗0人次，新增免训0人，撤回免训0人", text);
        Assert.Contains("五、口径说明", text);
        Assert.Contains("单位（盖章）：", text);
        Assert.Contains("四、口径说明", school);
    }

    [Fact]
    public async Task Lists_programmes_with_rule_and_targets()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var text = Plain(await officer.ReadAsync("/programmes"));

        Assert.Contains("周期 2024年1月1日至2026年12月31日", text);
        Assert.Contains("不低于30%，统计截止日2024年12月31日", text);
    }

    private Task<int> GrantAsync(string person, string organization, params Capability[] capabilities) => app.WithDbAsync(db =>
    {
        db.Grants.AddRange(capabilities.Select(capability => new Grant
        {
            Id = Guid.NewGuid(),
            PersonId = WorldIds.Of("person", person),
            OrganizationId = WorldIds.Of("organization", organization),
            Capability = capability,
            GrantedAt = DateTime.UnixEpoch,
        }));
        return db.SaveChangesAsync();
    });

    private static async Task<List<int[]>> UnitsAsync(TestBrowser officer, string target, string organization, string more = "") =>
        (await officer.ReadAsync($"/coverage/{target}/units.csv?organization={organization}{more}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).Select(cells => new[] { int.Parse(cells[1], null), int.Parse(cells[2], null), int.Parse(cells[5], null), int.Parse(cells[6], null), int.Parse(cells[8], null) })
            .ToList();

    private static int[] Sum(IEnumerable<int[]> rows) => rows.Aggregate(new int[5], (sum, row) => [.. sum.Zip(row, (one, other) => one + other)]);

    /// <summary>The page as it reads: without tags, spaces collapsed.</summary>
    internal static string Plain(string html) => Spaces().Replace(Tags().Replace(html, " "), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \r\n\t]+")]
    private static partial Regex Spaces();
}

public sealed class CoveragePagesOnSqlite(SqliteApp app) : CoveragePagesTests(app), IClassFixture<SqliteApp>;

public sealed class CoveragePagesOnPostgres(PostgresApp app) : CoveragePagesTests(app), IClassFixture<PostgresApp>;

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Organizations;
using TrainingHub.Seeds;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Organizations;

public abstract partial class OrganizationsTests(WebApp app)
{
    private static readonly string Linxi = WorldIds.CodeOf(SmallWorld.Linxi), School32 = WorldIds.CodeOf(SmallWorld.School32), Binhe = WorldIds.CodeOf(SmallWorld.Binhe),
        Wangchuan = WorldIds.CodeOf(SmallWorld.Wangchuan), Songping = WorldIds.CodeOf(SmallWorld.Songping), City = WorldIds.CodeOf(SmallWorld.City);

    [Fact]
    public async Task Lists_what_the_reader_reaches_level_by_level()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        Assert.Contains("云岭市教育局", await city.ReadAsync("/organizations"), StringComparison.Ordinal);
        Assert.Contains("临溪区滨河路小学", await city.ReadAsync($"/organizations?under={Linxi}"), StringComparison.Ordinal);
        var own = await school.ReadAsync("/organizations");
        Assert.Contains("临溪区第三十二中学", own, StringComparison.Ordinal);
        Assert.DoesNotContain("滨河路", own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=附属实验小学(东校区)", "（东校区）", "滨河路")]
    [InlineData("kind=Contractor", "安泰保安", "滨河路")]
    [InlineData("flag=Private", "小白杨", "滨河路")]
    public async Task Searches_and_filters_everything_below(string query, string found, string left)
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);

        var page = await city.ReadAsync($"/organizations?{query}");
        var file = await city.ReadAsync($"/organizations.csv?{query}");

        Assert.Contains(found, page, StringComparison.Ordinal);
        Assert.DoesNotContain(left, page, StringComparison.Ordinal);
        Assert.Contains(found, file, StringComparison.Ordinal);
        Assert.DoesNotContain(left, file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sorts_by_a_column_both_ways_and_keeps_the_filter_and_exports_in_that_order()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);

        var up = await city.ReadAsync("/organizations?q=临溪&sort=Name");
        var down = await city.ReadAsync("/organizations?q=临溪&sort=Name.down");
        var file = await city.ReadAsync("/organizations.csv?q=临溪&sort=Name.down");

        var codes = CodesOf(up);
        Assert.True(codes.Count > 3);
        Assert.Equal(codes.AsEnumerable().Reverse(), CodesOf(down));
        Assert.Equal(CodesOf(down), [.. file.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0])]);
        Assert.Contains("aria-sort=\"ascending\"", up, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", down, StringComparison.Ordinal);
        Assert.Contains("q=临溪&sort=Name.down\"", WebUtility.UrlDecode(up), StringComparison.Ordinal);
        Assert.Contains("name=\"sort\" value=\"Name.down\"", down, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kind")]
    [InlineData("Parent.down")]
    [InlineData("Units.down")]
    [InlineData("People")]
    [InlineData("Until")]
    [InlineData("Nonsense")]
    [InlineData("99")]
    public async Task Every_order_lists_the_same_units(string sort)
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);

        var own = CodesOf(await city.ReadAsync("/organizations?q=临溪"));

        Assert.Equal(own.Order(StringComparer.Ordinal), CodesOf(await city.ReadAsync($"/organizations?q=临溪&sort={sort}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Leaves_closed_units_out_of_the_tree_and_lists_them_with_their_days_when_asked()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var made = await browser.PostAsync("/organizations", NewSchool("临溪区旧城小学", "2026-03-01"));
        var path = made.Headers.Location!.ToString();
        using var coming = await browser.PostAsync("/organizations", NewSchool("临溪区明日小学", "2027-09-01"));
        using var closed = await browser.PostAsync($"{path}/closing", new() { ["Until"] = "2026-09-30", ["Version"] = await VersionAsync(browser, $"{path}/closing") });
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);

        foreach (var list in (string[])[$"/organizations?under={Linxi}", "/organizations?q=小学", $"/organizations/{Linxi}", "/organizations.csv?q=小学"])
        {
            var page = await browser.ReadAsync(list);
            Assert.DoesNotContain("旧城小学", page, StringComparison.Ordinal);
            Assert.DoesNotContain("明日小学", page, StringComparison.Ordinal);
        }

        var gone = await browser.ReadAsync("/organizations?state=Closed");
        Assert.Contains("临溪区旧城小学", gone, StringComparison.Ordinal);
        Assert.Contains("2026年3月1日—2026年9月30日", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("明日小学", gone, StringComparison.Ordinal);
        Assert.Contains("2027年9月1日起", await browser.ReadAsync("/organizations?state=Coming"), StringComparison.Ordinal);
        Assert.Contains("2026-03-01,2026-09-30", await browser.ReadAsync("/organizations.csv?state=Closed"), StringComparison.Ordinal);
        Assert.Contains("已撤并，最后一天是2026年9月30日", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_unit_with_its_people_phones_masked()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var page = await browser.ReadAsync($"/organizations/{School32}");
        var file = await browser.ReadAsync($"/organizations/{School32}/people.csv");

        Assert.All([page, file], text =>
        {
            Assert.Contains("沈知南", text, StringComparison.Ordinal);
            Assert.Contains("139****0005", text, StringComparison.Ordinal);
            Assert.DoesNotContain("13900000005", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Lists_former_people_and_those_of_a_past_day()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);

        Assert.DoesNotContain("邹怀瑾", await city.ReadAsync($"/organizations/{Songping}"), StringComparison.Ordinal);
        Assert.Contains("邹怀瑾", await city.ReadAsync($"/organizations/{Songping}?state=Former"), StringComparison.Ordinal);
        Assert.Contains("邹怀瑾", await city.ReadAsync($"/organizations/{Songping}?asOf=2025-08-31"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_sends_the_signed_out_to_sign_in_hides_what_is_out_of_reach_and_refuses_who_may_not()
    {
        using var visitor = app.Visitor();
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        string[] pages = ["", "/people.csv", "/details", "/parent", "/closing", "/merger", "/slips"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"/organizations/{Binhe}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/organizations/{Binhe}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/organizations/NOSUCH99{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/organizations/{Binhe}{page}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/organizations/{Binhe}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/organizations?under={Binhe}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/organizations/new?parent={Linxi}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/organizations/{School32}/details")).StatusCode);
        // Whoever runs a bureau does not decide what it is or where it stands.
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/organizations/{Wangchuan}/parent")).StatusCode);
    }

    [Fact]
    public async Task Creates_edits_and_closes_a_unit_by_dated_facts()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);

        var made = await browser.PostAsync("/organizations", NewSchool("临溪区新城小学", "2026-09-01"));
        var path = made.Headers.Location!.ToString();
        var twin = await browser.PostAsync("/organizations", NewSchool("临溪区 新城小学", "2026-09-01"));
        var edited = await browser.PostAsync($"{path}/details", With(NewSchool("临溪区新城实验小学", "2027-01-01"), "Version", await VersionAsync(browser, $"{path}/details")));
        var tooEarly = await browser.PostAsync($"{path}/details", With(NewSchool("早", "2020-01-01"), "Version", await VersionAsync(browser, $"{path}/details")));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twin.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.StatusCode);
        // Renamed for a day ahead: today's name stays.
        Assert.Contains("<h1>临溪区新城小学</h1>", await browser.ReadAsync(path), StringComparison.Ordinal);

        var closed = await browser.PostAsync($"{path}/closing", new() { ["Until"] = "2027-08-31", ["Version"] = await VersionAsync(browser, $"{path}/closing") });
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var code = path.Split('/')[^1];
        var rows = await app.WithDbAsync(db => (
            from organization in db.Organizations
            join details in db.OrganizationDetails on organization.Id equals details.OrganizationId
            where organization.Code == code && details.SupersededAt == null
            orderby details.From
            select new { details.Name, details.Stages, details.From, details.Until }).ToListAsync());
        Assert.Equal(
            [new { Name = "临溪区新城小学", Stages = SchoolStages.Primary, From = new DateOnly(2026, 9, 1), Until = new DateOnly(2026, 12, 31) },
             new { Name = "临溪区新城实验小学", Stages = SchoolStages.Primary, From = new DateOnly(2027, 1, 1), Until = new DateOnly(2027, 8, 31) }], rows);
    }

    [Fact]
    public async Task Refuses_a_unit_without_a_name()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await browser.PostAsync("/organizations", NewSchool("", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("填写名称", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_close_a_unit_that_has_people()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await browser.PostAsync($"/organizations/{Binhe}/closing", new() { ["Until"] = "2026-12-31", ["Version"] = await VersionAsync(browser, $"/organizations/{Binhe}/closing") });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("3条任职", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moves_a_sub_tree_from_a_day_on_and_the_closure_follows()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var (songping, first, linxi, wangchuan) = (Id(SmallWorld.Songping), Id(SmallWorld.SongpingFirst), Id(SmallWorld.Linxi), Id(SmallWorld.Wangchuan));
        var version = await VersionAsync(city, $"/organizations/{Songping}/parent");

        var round = await city.PostAsync($"/organizations/{Songping}/parent", Move("松坪乡第一小学", version));
        var moved = await city.PostAsync($"/organizations/{Songping}/parent", Move("临溪区教育局", version));
        var late = await city.PostAsync($"/organizations/{Songping}/parent", Move("云岭市教育局", version));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, round.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("陆言秋在10:00", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var paths = await app.WithDbAsync(db => db.OrganizationPaths.Where(p => p.SupersededAt == null && (p.DescendantId == songping || p.DescendantId == first)).ToListAsync());
        Assert.Contains(paths, p => p.DescendantId == first && p.AncestorId == linxi && p.Depth == 2 && p.From == new DateOnly(2027, 1, 1) && p.Until == Day.Open);
        Assert.Contains(paths, p => p.DescendantId == first && p.AncestorId == wangchuan && p.Depth == 2 && p.Until == new DateOnly(2026, 12, 31));
        // The city stands above it throughout, at the same depth: one row.
        Assert.Single(paths, p => p.DescendantId == first && p.AncestorId == Id(SmallWorld.City));

        // Back, so that the other tests find the world as it was.
        Assert.Equal(HttpStatusCode.Redirect, (await city.PostAsync($"/organizations/{Songping}/parent", Move("望川县教育局", await VersionAsync(city, $"/organizations/{Songping}/parent")))).StatusCode);
    }

    [Fact]
    public async Task Seeds_write_a_tree_in_bulk()
    {
        var (root, middle, leaf) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var fault = await app.InsideAsync(services => services.GetRequiredService<TreeWriter>().WriteAsync(
        [
            new() { Id = leaf, ParentId = middle, Name = "叶", Kind = OrganizationKind.School },
            new() { Id = middle, ParentId = root, Name = "枝", Kind = OrganizationKind.CountyBureau },
            new() { Id = root, Name = "根", Kind = OrganizationKind.City },
        ], CancellationToken.None));
        var round = await app.InsideAsync(services => services.GetRequiredService<TreeWriter>().WriteAsync(
            [new() { Id = Id("a"), ParentId = Id("b"), Name = "甲", Kind = OrganizationKind.School }, new() { Id = Id("b"), ParentId = Id("a"), Name = "乙", Kind = OrganizationKind.School }],
            CancellationToken.None));

        Assert.Null(fault);
        Assert.IsType<TreeFault.Cycle>(round);
        Assert.Equal(6, await app.WithDbAsync(db => db.OrganizationPaths.CountAsync(p => p.DescendantId == root || p.DescendantId == middle || p.DescendantId == leaf)));
        Assert.False(await app.WithDbAsync(db => db.Organizations.AnyAsync(o => o.Name == "甲")));
    }

    private static Guid Id(string key) => WorldIds.Of("organization", key);

    private static Dictionary<string, string> Move(string parent, string version) => new() { ["Parent"] = parent, ["From"] = "2027-01-01", ["Version"] = version };

    private static Dictionary<string, string> NewSchool(string name, string from) =>
        new() { ["Parent"] = Linxi, ["Name"] = name, ["Kind"] = "School", ["Stages"] = "Primary", ["From"] = from };

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string name, string value) => new(fields) { [name] = value };

    private static async Task<string> VersionAsync(TestBrowser browser, string path) => Version().Match(await browser.ReadAsync(path)).Groups[1].Value;

    private static List<string> CodesOf(string page) => [.. RowLink().Matches(page).Select(row => row.Groups[1].Value)];

    [GeneratedRegex("<th scope=\"row\"><a href=\"/organizations/([0-9A-Z]+)\"")]
    private static partial Regex RowLink();

    [GeneratedRegex("name=\"Version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();
}

public sealed class OrganizationsOnSqlite(SqliteApp app) : OrganizationsTests(app), IClassFixture<SqliteApp>;

public sealed class OrganizationsOnPostgres(PostgresApp app) : OrganizationsTests(app), IClassFixture<PostgresApp>;

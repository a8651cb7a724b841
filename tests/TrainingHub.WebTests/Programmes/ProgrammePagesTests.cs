using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.Programmes;

/// <summary>Bureaus set programmes and targets by pages.</summary>
public abstract class ProgrammePagesTests(WebApp app)
{
    private static readonly string City = WorldIds.CodeOf(SmallWorld.City), Linxi = WorldIds.CodeOf(SmallWorld.Linxi);

    [Fact]
    public async Task Sets_one_target_by_hand_and_another_year_beside_it()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var form = await ProgrammeAsync(officer, Linxi);

        using var first = await officer.PostAsync(form.Replace("/new", "", StringComparison.Ordinal), Target());
        using var again = await officer.PostAsync(form.Replace("/new", "", StringComparison.Ordinal), Target());
        using var second = await officer.PostAsync(form.Replace("/new", "", StringComparison.Ordinal), Target(("Year", "2025"), ("WindowFrom", "2025-01-01"), ("WindowUntil", "2025-12-31"), ("CutOffDay", "2025-12-31")));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("这个年度已有同名目标", await TextAsync(again));
        var page = CoveragePagesTests.Plain(await officer.ReadAsync(second.Headers.Location!.OriginalString));
        Assert.Contains("2025年 目标不低于80%", page);
        Assert.Contains("2026年 目标不低于80%", page);
        // Principals of four schools of the county; the kindergarten is private.
        Assert.Contains("应训 3 已训 0", CoveragePagesTests.Plain(await officer.ReadAsync(first.Headers.Location!.OriginalString)));
    }

    [Fact]
    public async Task The_preset_is_set_once()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var presets = (await ProgrammeAsync(officer, City)).Replace("/new", "/presets", StringComparison.Ordinal);

        using var first = await officer.PostAsync(presets, new() { ["Organization"] = City });
        using var second = await officer.PostAsync(presets, new() { ["Organization"] = City });

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("已为该项目设定过这一组目标", await TextAsync(second));
    }

    [Fact]
    public async Task A_changed_quiz_holds_from_its_day_and_leaves_what_was_before()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = (await ProgrammeAsync(officer, Linxi)).Split('/')[2];
        var other = await OtherQuizAsync();
        var path = $"/programmes/{slug}/details";
        var version = Field(await officer.ReadAsync(path), "Version");

        using var changed = await officer.PostAsync(path, Change(version, other));
        using var stale = await officer.PostAsync(path, Change(version, "rotation-2024"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var rules = await app.WithDbAsync(db => db.ProgrammeRules.AsNoTracking()
            .Where(rule => db.Programmes.Any(p => p.Slug == slug && p.Id == rule.ProgrammeId) && rule.SupersededAt == null).OrderBy(rule => rule.From).ToListAsync());
        Assert.Equal([("rotation-2024", new DateOnly(2026, 10, 19)), (other, new DateOnly(9999, 12, 31))], rules.Select(rule => (rule.QuizSlug, rule.Until)));
        Assert.Equal([(new DateOnly(2026, 12, 31), 0), (new DateOnly(2027, 6, 30), 24)], rules.Select(rule => (rule.CycleUntil, rule.ValidityMonths ?? 0)));
        Assert.Contains("新名称", await officer.ReadAsync("/programmes"));
    }

    [Fact]
    public async Task A_corrected_target_counts_otherwise_from_its_day_and_a_withdrawn_one_no_more()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var slug = (await ProgrammeAsync(officer, Linxi)).Split('/')[2];
        using var created = await officer.PostAsync($"/programmes/{slug}/targets", Target(("Name", "可更正的目标")));
        var path = created.Headers.Location!.OriginalString;
        var version = Field(await officer.ReadAsync($"{path}/details"), "Version");
        KeyValuePair<string, string>[] edit = [.. Target(("Name", "更正过的目标"), ("Percent", "90"), ("From", "2026-10-15"), ("Reason", "文件笔误"), ("Version", version))];

        using var outside = await neighbour.PostAsync($"{path}/details", edit);
        using var noReason = await officer.PostAsync($"{path}/details", edit.Where(pair => pair.Key is not "Reason"));
        using var before = await officer.PostAsync($"{path}/details", edit.Where(pair => pair.Key is not "From").Append(new("From", "2026-10-14")));
        using var wrong = await officer.PostAsync($"{path}/details", edit.Where(pair => pair.Key is not "Percent").Append(new("Percent", "101")));
        using var corrected = await officer.PostAsync($"{path}/details", edit);
        using var stale = await officer.PostAsync($"{path}/details", edit);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (outside.StatusCode, corrected.StatusCode, stale.StatusCode));
        Assert.All([noReason, before, wrong], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal([(80, new DateOnly(2026, 10, 14)), (90, new DateOnly(9999, 12, 31))], (await RulesAsync(path)).Select(rule => (rule.Percent, rule.Until)));
        Assert.Contains("目标不低于90%", await officer.ReadAsync(path));
        Assert.Contains("目标不低于80%", await officer.ReadAsync($"{path}?day=2026-10-14"));
        Assert.NotEqual(0, await StandingsAsync(path));

        version = Field(await officer.ReadAsync($"{path}/withdrawal"), "Version");
        using var foreign = await neighbour.PostAsync($"{path}/withdrawal", new() { ["From"] = "2026-10-15", ["Reason"] = "不再需要", ["Version"] = version });
        using var unexplained = await officer.PostAsync($"{path}/withdrawal", new() { ["From"] = "2026-10-15", ["Version"] = version });
        using var withdrawn = await officer.PostAsync($"{path}/withdrawal", new() { ["From"] = "2026-10-15", ["Reason"] = "不再需要", ["Version"] = version });
        using var again = await officer.PostAsync($"{path}/withdrawal", new() { ["From"] = "2026-10-15", ["Reason"] = "不再需要", ["Version"] = version });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (foreign.StatusCode, unexplained.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (withdrawn.StatusCode, again.StatusCode));
        Assert.Equal([(80, new DateOnly(2026, 10, 14))], (await RulesAsync(path)).Select(rule => (rule.Percent, rule.Until)));
        Assert.Equal(0, await StandingsAsync(path));
        Assert.DoesNotContain("更正过的目标", await officer.ReadAsync("/coverage"));
        // What it said before it was withdrawn is still there, by figure and by name.
        var past = await officer.ReadAsync(path);
        Assert.Contains("从2026年10月15日起撤回", past);
        Assert.Contains("不再需要", past);
        Assert.Contains("目标不低于80%", past);
        await officer.ReadAsync($"{path}/people?state=missing");
        await officer.ReadAsync($"{path}/snapshots");
        Assert.Contains("不再需要", await officer.ReadAsync($"{path}/details"));
    }

    [Fact]
    public async Task A_quiz_that_was_replaced_completes_nothing_after_its_last_day()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = (await ProgrammeAsync(officer, Linxi)).Split('/')[2];
        var version = Field(await officer.ReadAsync($"/programmes/{slug}/details"), "Version");
        using var changed = await officer.PostAsync($"/programmes/{slug}/details", Change(version, await OtherQuizAsync(), "2026-10-15"));
        var person = (await app.AddPeopleAsync(1, "后来者"))[0];

        var records = await app.CompleteAsync(person, Guid.NewGuid());

        var programme = await app.WithDbAsync(db => db.Programmes.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync());
        Assert.DoesNotContain(records, record => record.ProgrammeId == programme);
    }

    [Fact]
    public async Task The_list_sorts_filters_and_exports()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await ProgrammeAsync(officer, Linxi, "可检索的项目");

        var found = CoveragePagesTests.Plain(await officer.ReadAsync("/programmes?q=可检索&sort=Name.down"));
        var csv = await officer.ReadAsync("/programmes.csv?q=可检索");
        var nothing = await officer.ReadAsync("/programmes?q=没有这样的项目");

        Assert.Contains("可检索的项目", found);
        Assert.Contains("可检索的项目,临溪区教育局,2024-01-01,2026-12-31", csv);
        Assert.Contains("没有符合条件的培训项目", nothing);
    }

    [Theory]
    [InlineData("/programmes/new", HttpStatusCode.Forbidden)]
    [InlineData("/programmes.csv", HttpStatusCode.Forbidden)]
    [InlineData("/programmes/safety-rotation/details", HttpStatusCode.NotFound)]
    [InlineData("/programmes/safety-rotation/targets/new", HttpStatusCode.NotFound)]
    [InlineData("/coverage/s3-7-2026/details", HttpStatusCode.NotFound)]
    [InlineData("/coverage/s3-7-2026/withdrawal", HttpStatusCode.NotFound)]
    public async Task Asks_visitors_to_sign_in_and_tells_learners_no_more_than_strangers(string path, HttpStatusCode expected)
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);

        using var signedOut = await visitor.GetAsync(path);
        using var forbidden = await learner.GetAsync(path);

        Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
        Assert.Equal(expected, forbidden.StatusCode);
    }

    [Theory]
    [InlineData("/programmes", HttpStatusCode.Forbidden)]
    [InlineData("/programmes/safety-rotation/details", HttpStatusCode.NotFound)]
    [InlineData("/programmes/safety-rotation/targets", HttpStatusCode.NotFound)]
    [InlineData("/programmes/safety-rotation/targets/presets", HttpStatusCode.NotFound)]
    [InlineData("/coverage/s3-7-2026/details", HttpStatusCode.NotFound)]
    [InlineData("/coverage/s3-7-2026/withdrawal", HttpStatusCode.NotFound)]
    public async Task A_visitor_and_a_learner_post_in_vain(string path, HttpStatusCode expected)
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);

        using var signedOut = await visitor.PostAsync(path, new() { ["Name"] = "外人" });
        using var forbidden = await learner.PostAsync(path, new() { ["Name"] = "外人" });

        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);
        Assert.Equal(expected, forbidden.StatusCode);
    }

    [Fact]
    public async Task What_a_county_cannot_reach_does_not_exist_for_it()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var ofCity = (await ProgrammeAsync(city, City)).Split('/')[2];
        var ofNeighbour = (await ProgrammeAsync(neighbour, Linxi)).Split('/')[2];

        // The county may promise the city's programme to itself, but not change it; its neighbour's it does not even see.
        using var above = await county.GetAsync($"/programmes/{ofCity}/details");
        using var aboveTargets = await county.GetAsync($"/programmes/{ofCity}/targets/new");
        using var beside = await county.GetAsync($"/programmes/{ofNeighbour}/details");
        using var besideTargets = await county.GetAsync($"/programmes/{ofNeighbour}/targets/new");
        using var besidePost = await county.PostAsync($"/programmes/{ofNeighbour}/targets", Target());
        using var besidePreset = await county.PostAsync($"/programmes/{ofNeighbour}/targets/presets", new() { ["Organization"] = Linxi });
        using var foreignSetter = await county.PostAsync("/programmes", Programme());

        Assert.Equal(HttpStatusCode.NotFound, above.StatusCode);
        Assert.Equal(HttpStatusCode.OK, aboveTargets.StatusCode);
        Assert.All([beside, besideTargets, besidePost, besidePreset], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreignSetter.StatusCode);
        Assert.DoesNotContain(ofNeighbour, await county.ReadAsync("/programmes"));
    }

    [Theory]
    [InlineData("/programmes?sort=nonsense.down&page=-3&q=%25_%27")]
    [InlineData("/programmes?page=notanumber")]
    [InlineData("/programmes.csv?sort=nonsense&page=99")]
    public async Task Odd_queries_list_all_the_same(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        await officer.ReadAsync(path);
    }

    [Theory]
    [InlineData("/programmes/unknown/details")]
    [InlineData("/programmes/unknown/targets/new")]
    [InlineData("/coverage/unknown/details")]
    [InlineData("/coverage/unknown/withdrawal")]
    public async Task An_unknown_programme_is_not_found(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("Name", "", "请填写项目名称")]
    [InlineData("Organization", "NOWHERE", "请从列表中选择制定单位")]
    [InlineData("Quiz", "no-such-quiz", "请从列表中选择结业测验")]
    [InlineData("CycleUntil", "2023-12-31", "周期最后一天早于第一天")]
    [InlineData("CycleFrom", "", "请填写日期")]
    [InlineData("ValidityMonths", "0", "有效期须为1至240个月")]
    [InlineData("CertificateTitle", "特种作业操作证", "不得使用法定资格证书的名称")]
    public async Task Says_what_is_wrong_with_a_programme(string field, string value, string sentence)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.PostAsync("/programmes", new Dictionary<string, string>(Programme(), StringComparer.Ordinal) { [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await TextAsync(answer));
    }

    [Theory]
    [InlineData("Percent", "101", "覆盖率须为1至100的整数")]
    [InlineData("Positions", "", "至少选择一个应训岗位")]
    [InlineData("Positions", "3", "选项有误")]
    [InlineData("Organization", "NOWHERE", "请从列表中选择制定单位")]
    [InlineData("RosterDay", "2027-01-01", "名册基准日不得晚于统计截止日")]
    [InlineData("RequiredFlags", "Private", "同一特征不能既限定又排除")]
    [InlineData("WindowUntil", "2025-12-31", "计入期的最后一天早于第一天")]
    [InlineData("Year", "1999", "年度须为2000至2200")]
    public async Task Says_what_is_wrong_with_a_target(string field, string value, string sentence)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var fields = Target(("Organization", City)).Where(pair => !string.Equals(pair.Key, field, StringComparison.Ordinal));

        using var answer = await officer.PostAsync(
            "/programmes/safety-rotation/targets", value.Length == 0 ? fields : fields.Append(KeyValuePair.Create(field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await TextAsync(answer));
    }

    [Theory]
    [InlineData("2026-10-14", "须为今天或今天以后")]
    [InlineData("", "请填写日期")]
    public async Task Says_what_is_wrong_with_a_change(string from, string sentence)
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = (await ProgrammeAsync(officer, Linxi)).Split('/')[2];

        using var answer = await officer.PostAsync($"/programmes/{slug}/details", Change("", "rotation-2024", from));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await TextAsync(answer));
    }

    private static Dictionary<string, string> Programme() => new(StringComparer.Ordinal)
    {
        ["Name"] = "全市轮训",
        ["Organization"] = City,
        ["Quiz"] = "rotation-2024",
        ["CycleFrom"] = "2024-01-01",
        ["CycleUntil"] = "2026-12-31",
        ["CertificateTitle"] = "安全轮训证明",
    };

    private static async Task<string> ProgrammeAsync(TestBrowser officer, string setter, string name = "本地项目")
    {
        using var answer = await officer.PostAsync("/programmes", new Dictionary<string, string>(Programme(), StringComparer.Ordinal) { ["Organization"] = setter, ["Name"] = name });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static IEnumerable<KeyValuePair<string, string>> Target(params (string Field, string Value)[] others)
    {
        KeyValuePair<string, string>[] fields =
        [
            new("Organization", Linxi), new("Name", "校长专项"), new("Year", "2026"), new("Percent", "80"), new("Positions", "Principal"), new("Kinds", "School"),
            new("Employments", "Established"), new("Employments", "Contract"), new("ExcludedFlags", "Private"),
            new("WindowFrom", "2026-01-01"), new("WindowUntil", "2026-12-31"), new("CutOffDay", "2026-12-31"),
        ];
        return fields.Where(pair => !others.Any(other => string.Equals(other.Field, pair.Key, StringComparison.Ordinal))).Concat(others.Select(other => KeyValuePair.Create(other.Field, other.Value)));
    }

    private static Dictionary<string, string> Change(string version, string quiz, string from = "2026-10-20") => new(StringComparer.Ordinal)
    {
        ["Name"] = "新名称",
        ["Quiz"] = quiz,
        ["CycleFrom"] = "2024-01-01",
        ["CycleUntil"] = "2027-06-30",
        ["ValidityMonths"] = "24",
        ["CertificateTitle"] = "安全轮训证明",
        ["From"] = from,
        ["Version"] = version,
    };

    private static string Field(string html, string name) => html.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private Task<List<TargetRule>> RulesAsync(string path) => app.WithDbAsync(db => db.TargetRules.AsNoTracking()
        .Where(rule => rule.SupersededAt == null && db.CoverageTargets.Any(target => target.Id == rule.TargetId && "/coverage/" + target.Slug == path)).OrderBy(rule => rule.From).ToListAsync());

    private Task<int> StandingsAsync(string path) => app.WithDbAsync(db => db.CoverageStandings
        .CountAsync(standing => db.CoverageTargets.Any(target => target.Id == standing.TargetId && "/coverage/" + target.Slug == path)));

    private Task<string> OtherQuizAsync() => app.InsideAsync(async services =>
        (await ((TrainingHub.Courses.CourseShelf)services.GetService(typeof(TrainingHub.Courses.CourseShelf))!).CoursesAsync(CancellationToken.None))
            .Select(course => course.Manifest.QuizSlug).First(slug => slug is not "rotation-2024"));
}

public sealed class ProgrammePagesOnSqlite(SqliteApp app) : ProgrammePagesTests(app), IClassFixture<SqliteApp>;

public sealed class ProgrammePagesOnPostgres(PostgresApp app) : ProgrammePagesTests(app), IClassFixture<PostgresApp>;

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;
using TrainingHub.WebTests.People.Imports;

namespace TrainingHub.WebTests.People;

public abstract partial class PeopleTests(WebApp app)
{
    private static readonly string Linxi = WorldIds.CodeOf(SmallWorld.Linxi), School32 = WorldIds.CodeOf(SmallWorld.School32), Binhe = WorldIds.CodeOf(SmallWorld.Binhe);

    [Fact]
    public async Task Shows_a_person_with_posts_and_a_masked_phone()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var page = await browser.ReadAsync($"/people/{Id(SmallWorld.Principal)}");

        Assert.Contains("沈知南", page, StringComparison.Ordinal);
        Assert.Contains("校长（园长）", page, StringComparison.Ordinal);
        Assert.Contains("2022年9月1日起", page, StringComparison.Ordinal);
        Assert.Contains("139****0005", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000005", page, StringComparison.Ordinal);
        Assert.Contains($"/people/{Id(SmallWorld.Principal)}/records", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_is_known_of_a_person_by_day()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        var person = Id(SmallWorld.Principal);

        var page = await browser.ReadAsync($"/people/{person}/timeline?kind=nothing&page=-3");
        var posts = await browser.ReadAsync($"/people/{person}/timeline?kind=PostBegan");

        Assert.Contains("沈知南的时间线", page, StringComparison.Ordinal);
        Assert.Contains("2022年9月1日", posts, StringComparison.Ordinal);
        Assert.Contains("校长", posts, StringComparison.Ordinal);
        Assert.DoesNotContain("完成培训</span>", posts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_sends_the_signed_out_to_sign_in_hides_what_is_out_of_reach_and_refuses_who_may_not()
    {
        using var visitor = app.Visitor();
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var stranger = $"/people/{Id(SmallWorld.BinhePrincipal)}";
        var post = WorldIds.Of("membership", $"{SmallWorld.BinhePrincipal}/{SmallWorld.Binhe}/principal");
        string[] pages = ["", "/timeline", "/leaves", "/departure", "/details", "/memberships/new", $"/memberships/{post}/ending", $"/memberships/{post}/primacy"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(stranger + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync(stranger + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/people/{Guid.NewGuid()}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(stranger + page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"{stranger}/grants")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"{stranger}/grants")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"{stranger}/grants")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/people/new?organization={Binhe}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.PostAsync("/people", New("甲", null, null, Binhe))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.PostAsync($"{stranger}/memberships/{post}/ending", new() { ["Until"] = "2026-10-15" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/people/{Id(SmallWorld.Principal)}/memberships/{post}/ending")).StatusCode);
    }

    [Fact]
    public async Task Adds_a_person_once()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var made = await browser.PostAsync("/people", New("司徒清", "NEW-1", "１３８ 0000 0426", School32));
        var again = await browser.PostAsync("/people", New("另一人", "NEW-1", null, School32));
        var twin = await browser.PostAsync("/people", New("司徒清", null, "13800000426", School32));
        var elsewhere = await browser.PostAsync("/people", New("顾一鸣", "YL0009", null, School32));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = await browser.ReadAsync(made.Headers.Location!.ToString());
        Assert.Contains("138****0426", page, StringComparison.Ordinal);
        Assert.Contains("主任职", page, StringComparison.Ordinal);
        Assert.All([again, twin, elsewhere], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("已在其他单位登记", await TextAsync(elsewhere), StringComparison.Ordinal);
        Assert.DoesNotContain(Id(SmallWorld.BinhePrincipal).ToString(), await TextAsync(elsewhere), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "N-1", "13800130426", "填写姓名|填写名称")]
    [InlineData("甲", "11010519491231002X", "13800130426", "不能用身份证号")]
    [InlineData("甲", "N-2", "12345", "手机号是11位数字")]
    public async Task Refuses_what_is_not_a_person(string name, string number, string phone, string why)
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        using var answer = await browser.PostAsync("/people", New(name, number, phone, School32));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches(why, await TextAsync(answer));
        Assert.False(await app.WithDbAsync(db => db.People.AnyAsync(p => p.StaffNumber == number)));
    }

    [Fact]
    public async Task Keeps_one_main_post_through_second_post_change_and_end()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = (await browser.PostAsync("/people", New("公冶长", "NEW-2", null, School32))).Headers.Location!.ToString();
        var id = Guid.Parse(path.Split('/')[^1]);

        var second = await browser.PostAsync($"{path}/memberships", With(Post("临溪区滨河路小学", "2026-11-01"), "Version", await VersionAsync(browser, $"{path}/memberships/new")));
        var posts = await PostsAsync(id);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal([true, false], posts.Select(p => p.IsPrimary));

        var primacy = $"{path}/memberships/{posts[1].FactId}/primacy";
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(primacy, new() { ["From"] = "2026-12-01", ["Version"] = await VersionAsync(browser, primacy) })).StatusCode);
        posts = await PostsAsync(id);
        Assert.Equal(4, posts.Count);
        Assert.All(new[] { new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1) }, day => Assert.Single(posts, p => p.HoldsOn(day) && p.IsPrimary));

        var main = posts.Single(p => p.IsPrimary && p.Until == Day.Open);
        var ending = $"{path}/memberships/{main.FactId}/ending";
        var early = await browser.PostAsync(ending, new() { ["Until"] = "2026-11-30", ["Version"] = await VersionAsync(browser, ending) });
        var ended = await browser.PostAsync(ending, new() { ["Until"] = "2027-01-31", ["Version"] = await VersionAsync(browser, ending) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        posts = await PostsAsync(id);
        Assert.Single(posts, p => p.HoldsOn(new(2027, 2, 1)));
        Assert.Single(posts, p => p.HoldsOn(new(2027, 2, 1)) && p.IsPrimary);
    }

    [Fact]
    public async Task Transfers_within_reach_and_says_when_somebody_was_faster()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = (await browser.PostAsync("/people", New("漆雕开", "NEW-3", null, School32))).Headers.Location!.ToString();
        var id = Guid.Parse(path.Split('/')[^1]);
        var old = (await PostsAsync(id)).Single();
        var version = await VersionAsync(browser, $"{path}/memberships/new");
        var transfer = With(With(Post("临溪区滨河路小学", "2026-11-01"), "Version", version), "InsteadOf", old.FactId.ToString());

        var moved = await browser.PostAsync($"{path}/memberships", transfer);
        var late = await browser.PostAsync($"{path}/memberships", transfer);

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var posts = await PostsAsync(id);
        Assert.Equal([(new DateOnly(2026, 10, 31), true), (Day.Open, true)], posts.Select(p => (p.Until, p.IsPrimary)));
        Assert.Equal(old.FactId, posts[0].FactId);
        Assert.Contains("方亦真在10:00", await TextAsync(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrects_name_and_phone_unless_somebody_was_faster()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var path = (await browser.PostAsync("/people", New("旧名", "NEW-4", null, School32))).Headers.Location!.ToString();
        var version = await VersionAsync(browser, $"{path}/details");

        var first = await browser.PostAsync($"{path}/details", new() { ["Name"] = "新名", ["StaffNumber"] = "NEW-4", ["Phone"] = "13811110426", ["Version"] = version });
        var second = await browser.PostAsync($"{path}/details", new() { ["Name"] = "再改", ["StaffNumber"] = "NEW-4", ["Version"] = version });
        var taken = await browser.PostAsync($"{path}/details", new() { ["Name"] = "新名", ["StaffNumber"] = "YL0009", ["Version"] = await VersionAsync(browser, $"{path}/details") });

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("现在的内容：姓名新名，工号NEW-4，手机号138****0426", await TextAsync(second), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("新名", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merges_a_school_into_another_where_its_people_go_on_and_its_name_is_asked_about()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var (old, next) = (await UnitAsync(browser, "临溪区合并前小学", Linxi), await UnitAsync(browser, "临溪区合并后小学", Linxi));
        var point = await UnitAsync(browser, "合并前小学教学点", old);
        var head = await PersonAsync(browser, "端木合", "MG-1", old, CorePosition.Principal, "2026-09-01");
        var stays = await PersonAsync(browser, "宰父留", "MG-2", old, CorePosition.Teacher, "2026-09-01");
        var later = await PersonAsync(browser, "谷梁后", "MG-3", old, CorePosition.Teacher, "2027-02-01");
        var (oldId, nextId) = (await UnitIdAsync(old), await UnitIdAsync(next));
        var before = await CountedAsync();
        Assert.Equal(oldId, before.Single(one => one.PersonId == head).OrganizationId);
        Dictionary<string, string> leave = new() { ["Kind"] = "LongSickLeave", ["From"] = "2026-10-01", ["Until"] = "2026-12-31", ["Version"] = await VersionAsync(browser, $"/people/{head}/leaves") };
        using var away = await browser.PostAsync($"/people/{head}/leaves", leave);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        var sick = await app.WithDbAsync(db => db.Leaves.Known().Where(l => l.PersonId == head).Select(l => l.FactId).SingleAsync());
        var form = await browser.ReadAsync($"/organizations/{old}/merger");
        Assert.Contains("端木合", form, StringComparison.Ordinal);
        Assert.Contains("合并前小学教学点", form, StringComparison.Ordinal);

        var ending = (await PostsAsync(stays)).Single().FactId;
        Dictionary<string, string> fields = new() { ["Into"] = "临溪区合并后小学", ["From"] = "2026-10-15", ["Ending"] = ending.ToString(), ["Version"] = Version().Match(form).Groups[1].Value };
        var stale = await browser.PostAsync($"/organizations/{old}/merger", With(fields, "Version", "0"));
        var round = await browser.PostAsync($"/organizations/{old}/merger", With(fields, "Into", "合并前小学教学点"));
        var early = await browser.PostAsync($"/organizations/{old}/merger", With(fields, "From", "2020-01-01"));
        var unknown = await browser.PostAsync($"/organizations/{old}/merger", With(fields, "Into", "望川县第一高级中学"));
        var merged = await browser.PostAsync($"/organizations/{old}/merger", fields);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.All([round, early, unknown], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var (day, eve) = (new DateOnly(2026, 10, 15), new DateOnly(2026, 10, 14));
        Assert.Equal([(oldId, eve, true), (nextId, Day.Open, true)], (await PostsAsync(head)).Select(post => (post.OrganizationId, post.Until, post.IsPrimary)));
        Assert.Equal([(oldId, eve)], (await PostsAsync(stays)).Select(post => (post.OrganizationId, post.Until)));
        Assert.Equal([(nextId, new DateOnly(2027, 2, 1))], (await PostsAsync(later)).Select(post => (post.OrganizationId, post.From)));
        var pointId = await UnitIdAsync(point);
        Assert.Equal(nextId, await app.WithDbAsync(db => db.OrganizationParents.On(day).Where(p => p.OrganizationId == pointId).Select(p => p.ParentId).SingleAsync()));

        // As many count as before, one of them elsewhere; the day before stays as it was.
        var after = await CountedAsync();
        Assert.Equal(nextId, after.Single(one => one.PersonId == head).OrganizationId);
        Assert.Equal(before.Count, after.Count);
        Assert.Contains("端木合", await city.ReadAsync($"/coverage/s3-7-2026/people?organization={next}"), StringComparison.Ordinal);
        Assert.DoesNotContain("端木合", await city.ReadAsync($"/coverage/s3-7-2026/people?organization={old}"), StringComparison.Ordinal);
        Assert.Contains("端木合", await city.ReadAsync($"/coverage/s3-7-2026/people?organization={old}&day=2026-10-14"), StringComparison.Ordinal);

        var page = await browser.ReadAsync($"/organizations/{old}");
        Assert.Contains("自2026年10月15日起并入", page, StringComparison.Ordinal);
        Assert.Contains("已撤并，最后一天是2026年10月14日", page, StringComparison.Ordinal);
        Assert.Contains("端木合", await browser.ReadAsync($"/organizations/{old}?asOf=2026-10-14"), StringComparison.Ordinal);
        Assert.Contains("临溪区合并前小学", await browser.ReadAsync($"/organizations/{next}"), StringComparison.Ordinal);
        Assert.Contains("随单位合并转入", await browser.ReadAsync($"/people/{head}/timeline?kind=Merged"), StringComparison.Ordinal);

        // Leave that was entered there goes with the person: whoever keeps only the other school sees and ends it.
        using var keeper = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var keeperId = Id(SmallWorld.BinhePrincipal);
        await app.WithDbAsync(db =>
        {
            db.Grants.Add(new Grant { Id = Guid.NewGuid(), PersonId = keeperId, OrganizationId = nextId, Capability = Capability.ManagePeople, GrantedAt = TestClock.Start.UtcDateTime });
            return db.SaveChangesAsync();
        });
        var leaves = await keeper.ReadAsync($"/people/{head}/leaves");
        Assert.Contains($"/leaves/{sick}/ending", leaves, StringComparison.Ordinal);
        using var back = await keeper.PostAsync($"/people/{head}/leaves/{sick}/ending", new() { ["Until"] = "2026-11-30", ["Version"] = Version().Match(leaves).Groups[1].Value });
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var line = await browser.ReadAsync($"/people/{head}/timeline");
        Assert.Contains("长期病假，临溪区合并前小学", line, StringComparison.Ordinal);
        Assert.Contains("长期病假，临溪区合并后小学", line, StringComparison.Ordinal);

        // Last year's list still names the old school: nobody goes back there, and nobody is moved without being asked.
        object?[] heads = ["姓名", "工号", "单位", "岗位", "任职开始", "任职结束"];
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(heads, ["端木合", "MG-1", "临溪区合并前小学", "校长", "", ""], ["宰父留", "MG-2", "临溪区合并前小学", "教师", "2026-09-01", "2026-10-14"]), "临溪区教育局");
        var preview = await browser.ReadAsync(address);
        Assert.Equal((1, 1), (Roster.Count(preview, "Refused"), Roster.Count(preview, "Unchanged")));
        Assert.Contains("单位已撤并", preview, StringComparison.Ordinal);
        Assert.Contains("“临溪区合并前小学”是哪个单位（1行）", preview, StringComparison.Ordinal);
        using var answer = await browser.PostAsync($"{address}/unit-names", new Dictionary<string, string>(StringComparer.Ordinal) { ["name-0"] = "临溪区合并前小学", ["unit-0"] = next });
        await app.WorkAsync();
        Assert.Equal(2, Roster.Count(await browser.ReadAsync(address), "Unchanged"));
    }

    [Fact]
    public async Task A_merger_moves_everybody_or_nobody_when_a_post_is_added_meanwhile()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (old, next) = (await UnitAsync(browser, "临溪区并入中小学", Linxi), await UnitAsync(browser, "临溪区并入后小学", Linxi));
        var first = await PersonAsync(browser, "濮阳先", "MG-4", old, CorePosition.Teacher, "2026-09-01");
        var second = await PersonAsync(browser, "淳于随", "MG-5", next, CorePosition.Teacher, "2026-09-01");
        var (oldId, nextId) = (await UnitIdAsync(old), await UnitIdAsync(next));
        // The same post there already, for a few weeks of those that move.
        Dictionary<string, string> twin = new(Post("临溪区并入后小学", "2026-11-01")) { ["Position"] = ShippedPositions.Of(CorePosition.Teacher).Id.ToString(), ["Until"] = "2026-12-31" };
        using var added = await browser.PostAsync($"/people/{first}/memberships", With(twin, "Version", await VersionAsync(browser, $"/people/{first}/memberships/new")));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var (outcome, tries) = await app.InsideAsync(async services =>
        {
            var figures = new AddsPost(services, second, oldId);
            var merge = ActivatorUtilities.CreateInstance<MergeOrganization>(services, figures);
            return (await merge.RunAsync(oldId, new Merger { SuccessorId = nextId, From = new(2026, 10, 15) }, CancellationToken.None), figures.Tries);
        });

        Assert.Equal((2, old), (tries, Assert.IsType<TreeOutcome.Done>(outcome).Code));
        Assert.Equal(
            [(oldId, new DateOnly(2026, 10, 14), true), (nextId, new(2026, 10, 31), true), (nextId, new(2026, 12, 31), true), (nextId, Day.Open, true)],
            (await PostsAsync(first)).Select(post => (post.OrganizationId, post.Until, post.IsPrimary)));
        Assert.False(await app.WithDbAsync(db => db.OrganizationDetails.Known().AnyAsync(d => d.OrganizationId == oldId && d.Until == Day.Open)));
    }

    [Fact]
    public async Task Enters_leave_and_asks_for_the_exclusion_which_alone_changes_the_figure()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var school = await UnitAsync(browser, "临溪区请假小学", Linxi);
        var person = await PersonAsync(browser, "漆雕假", "LV-1", school, CorePosition.Principal, "2026-09-01");
        var target = await app.WithDbAsync(db => db.CoverageTargets.Where(t => t.Slug == "s3-7-2026").Select(t => t.Id).SingleAsync());
        var path = $"/people/{person}/leaves";
        Dictionary<string, string> fields = new()
        {
            ["Kind"] = "MaternityLeave",
            ["From"] = "2026-10-15",
            ["Until"] = "2027-03-31",
            ["Targets"] = target.ToString(),
            ["Version"] = await VersionAsync(browser, path),
        };

        var endless = await browser.PostAsync(path, With(fields, "Until", ""));
        var other = await browser.PostAsync(path, With(fields, "Kind", "Other"));
        var retired = await browser.PostAsync(path, With(fields, "Kind", "Retirement"));
        var early = await browser.PostAsync(path, With(fields, "From", "2020-01-01"));
        var uncounted = await browser.PostAsync(path, With(fields, "Targets", Guid.NewGuid().ToString()));
        var made = await browser.PostAsync(path, fields);
        var late = await browser.PostAsync(path, fields);
        var twice = await browser.PostAsync(path, With(fields, "Version", await VersionAsync(browser, path)));

        Assert.All([endless, other, retired, early, uncounted, twice], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("方亦真在10:00", await TextAsync(late), StringComparison.Ordinal);
        var asked = await app.WithDbAsync(db => db.Exclusions.Known().SingleAsync(e => e.PersonId == person));
        Assert.Equal((target, ExclusionReason.MaternityLeave, ExclusionState.Asked, new DateOnly(2027, 3, 31)), (asked.TargetId, asked.Why, asked.State, asked.Until));
        Assert.Equal(StandingKind.Missing, (await CountedAsync()).Single(one => one.PersonId == person).Kind);

        using var approved = await browser.PostAsync($"/coverage/s3-7-2026/exclusions/{asked.Id}/decision", new() { ["isApproved"] = "true" });
        Assert.Equal(StandingKind.Excluded, await app.WithDbAsync(db => db.CoverageStandings.Where(s => s.TargetId == target && s.PersonId == person).Select(s => s.Kind).SingleAsync()));

        var leave = await app.WithDbAsync(db => db.Leaves.Known().SingleAsync(l => l.PersonId == person));
        using var ended = await browser.PostAsync($"{path}/{leave.FactId}/ending", new() { ["Until"] = "2026-12-31", ["Version"] = await VersionAsync(browser, path) });
        using var strange = await browser.PostAsync($"{path}/{Guid.NewGuid()}/ending", new() { ["Until"] = "2026-12-31", ["Version"] = await VersionAsync(browser, path) });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (ended.StatusCode, strange.StatusCode));
        var timeline = await browser.ReadAsync($"/people/{person}/timeline");
        Assert.Contains("2026年10月15日</time> 请假开始", timeline, StringComparison.Ordinal);
        Assert.Contains("2026年12月31日</time> 请假结束", timeline, StringComparison.Ordinal);
        Assert.Contains("产假，临溪区请假小学", timeline, StringComparison.Ordinal);
        Assert.Contains("免训开始", timeline, StringComparison.Ordinal);

        // The exclusion goes on until somebody ends it: the page says so, and the same form ends it.
        Assert.Contains("免训比请假晚结束", await browser.ReadAsync(path), StringComparison.Ordinal);
        var approvedId = await app.WithDbAsync(db => db.Exclusions.Known().Where(e => e.PersonId == person).Select(e => e.Id).SingleAsync());
        Dictionary<string, string> earlier = new() { ["Until"] = "2026-11-30", ["Exclusions"] = asked.Id.ToString(), ["Version"] = await VersionAsync(browser, path) };
        using var superseded = await browser.PostAsync($"{path}/{leave.FactId}/ending", earlier);
        using var together = await browser.PostAsync($"{path}/{leave.FactId}/ending", With(earlier, "Exclusions", approvedId.ToString()));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (superseded.StatusCode, together.StatusCode));
        var exclusions = await app.WithDbAsync(db => db.Exclusions.Known().Where(e => e.PersonId == person).OrderBy(e => e.From).ToListAsync());
        Assert.Equal(
            [(ExclusionState.Approved, new DateOnly(2026, 10, 15), new DateOnly(2026, 11, 30), (string?)null), (ExclusionState.Withdrawn, new(2026, 12, 1), new(2027, 3, 31), "请假于2026年11月30日结束")],
            exclusions.Select(e => (e.State, e.From, e.Until, e.Reason)));
        Assert.DoesNotContain("免训比请假晚结束", await browser.ReadAsync(path), StringComparison.Ordinal);

        using var undone = await browser.PostAsync($"{path}/{leave.FactId}/ending", new() { ["Until"] = "2026-10-14", ["Version"] = await VersionAsync(browser, path) });
        Assert.False(await app.WithDbAsync(db => db.Leaves.Known().AnyAsync(l => l.PersonId == person)));
        Assert.Contains("没有对应请假的免训", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_all_posts_of_who_retires_and_tells_why()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var person = await PersonAsync(browser, "公良退", "RT-1", School32, CorePosition.Teacher, "2026-09-01");
        var path = $"/people/{person}";
        foreach (var from in new[] { "2026-10-01", "2027-03-01" })
        {
            var unit = from.StartsWith("2027", StringComparison.Ordinal) ? "小白杨幼儿园" : "临溪区滨河路小学";
            using var second = await browser.PostAsync($"{path}/memberships", With(Post(unit, from), "Version", await VersionAsync(browser, $"{path}/memberships/new")));
            Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        }

        Dictionary<string, string> fields = new() { ["Kind"] = "Retirement", ["Until"] = "2026-10-31", ["Version"] = await VersionAsync(browser, $"{path}/departure") };
        var early = await browser.PostAsync($"{path}/departure", With(fields, "Until", "2020-01-01"));
        var leave = await browser.PostAsync($"{path}/departure", With(fields, "Kind", "MaternityLeave"));
        var never = await browser.PostAsync($"{path}/departure", With(fields, "Until", "9999-12-31"));
        var done = await browser.PostAsync($"{path}/departure", fields);
        var late = await browser.PostAsync($"{path}/departure", fields);

        Assert.All([early, leave, never], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (done.StatusCode, late.StatusCode));
        Assert.Equal([new DateOnly(2026, 10, 31), new(2026, 10, 31)], (await PostsAsync(person)).Select(post => post.Until));
        var departure = await app.WithDbAsync(db => db.Leaves.Known().Where(l => l.PersonId == person).Select(l => l.FactId).SingleAsync());
        using var taken = await browser.PostAsync($"{path}/leaves/{departure}/ending", new() { ["Until"] = "2026-12-31", ["Version"] = await VersionAsync(browser, $"{path}/leaves") });
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
        var timeline = await browser.ReadAsync($"{path}/timeline");
        Assert.Contains("2026年11月1日</time> 离岗", timeline, StringComparison.Ordinal);
        Assert.Contains("退休，临溪区第三十二中学", timeline, StringComparison.Ordinal);
        Assert.Contains("兼任开始", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_departure_corrects_itself_and_leaves_an_earlier_one_alone()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var school = await UnitAsync(browser, "临溪区返聘小学", Linxi);
        var person = await PersonAsync(browser, "亓官返", "RT-2", school, CorePosition.Teacher, "2026-03-01");
        var path = $"/people/{person}";

        await DepartAsync("Retirement", "2026-03-31");
        using var back = await browser.PostAsync($"{path}/memberships", With(Post("临溪区返聘小学", "2026-09-01"), "Version", await VersionAsync(browser, $"{path}/memberships/new")));
        await DepartAsync("Retirement", "2026-10-31");
        await DepartAsync("Resignation", "2026-10-20");

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var departures = await app.WithDbAsync(db => db.Leaves.Known().Where(l => l.PersonId == person).OrderBy(l => l.From).ToListAsync());
        Assert.Equal([(LeaveKind.Retirement, new DateOnly(2026, 4, 1)), (LeaveKind.Resignation, new(2026, 10, 21))], departures.Select(l => (l.Kind, l.From)));

        async Task DepartAsync(string kind, string until)
        {
            using var gone = await browser.PostAsync($"{path}/departure", new() { ["Kind"] = kind, ["Until"] = until, ["Version"] = await VersionAsync(browser, $"{path}/departure") });
            Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        }
    }

    [Fact]
    public async Task Grants_only_what_the_giver_may_do_there()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var grants = $"/people/{Id(SmallWorld.BinhePrincipal)}/grants";

        var outside = await officer.PostAsync(grants, [new("Organization", "望川县教育局"), new("Capabilities", "ReadPeople")]);
        var nothing = await officer.PostAsync(grants, [new("Organization", Binhe)]);
        var given = await officer.PostAsync(grants, [new("Organization", Binhe), new("Capabilities", "ReadPeople"), new("Capabilities", "ReadCoverage")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, outside.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var principal = await app.SignInAsync(SmallWorld.BinhePrincipal);
        Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync($"/organizations/{Binhe}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync($"/organizations/{School32}")).StatusCode);

        var personId = Id(SmallWorld.BinhePrincipal);
        var grant = await app.WithDbAsync(db => db.Grants.SingleAsync(g => g.PersonId == personId && g.Capability == Capability.ReadPeople && g.RevokedAt == null));
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostAsync($"{grants}/{grant.Id}/revocation", new Dictionary<string, string>())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync($"/organizations/{Binhe}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"{grants}/{grant.Id}/revocation", new Dictionary<string, string>())).StatusCode);
    }

    [Fact]
    public async Task Nobody_gives_what_they_do_not_have()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var (officerId, personId) = (Id(SmallWorld.WangchuanOfficer), Id(SmallWorld.WangchuanPrincipal));
        await app.WithDbAsync(db => db.Grants.Where(g => g.PersonId == officerId && g.Capability == Capability.RevokeRecords)
            .ExecuteUpdateAsync(grants => grants.SetProperty(g => g.RevokedAt, TestClock.Start.UtcDateTime)));

        using var answer = await officer.PostAsync($"/people/{personId}/grants", [new("Organization", WorldIds.CodeOf(SmallWorld.WangchuanHigh)), new("Capabilities", "RevokeRecords")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await app.WithDbAsync(db => db.Grants.AnyAsync(g => g.PersonId == personId)));
    }

    [Fact]
    public async Task Filters_sorts_and_exports_the_catalogue_of_posts()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        foreach (var i in Enumerable.Range(1, 51))
        {
            using var made = await officer.PostAsync("/positions", new() { ["Name"] = $"=值守岗{i:00}", ["Core"] = "Guard", ["Organization"] = WorldIds.CodeOf(SmallWorld.Wangchuan) });
        }

        var first = await officer.ReadAsync("/positions?keeper=Bureau&sort=Name");
        var second = await officer.ReadAsync("/positions?keeper=Bureau&sort=Name&page=2");
        var turned = await officer.ReadAsync("/positions?keeper=Bureau&sort=Name.down");
        var found = await officer.ReadAsync($"/positions?q={Uri.EscapeDataString("值守岗51")}&core=Guard");
        var none = await officer.ReadAsync("/positions?q=%25_%27&core=nonsense&keeper=nonsense&sort=nonsense&page=-4");
        using var file = await officer.GetAsync("/positions.csv?keeper=Bureau&sort=Name");
        var bytes = await file.Content.ReadAsByteArrayAsync();
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("值守岗01", first, StringComparison.Ordinal);
        Assert.DoesNotContain("值守岗51", first, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"ascending\"", first, StringComparison.Ordinal);
        Assert.Contains("值守岗51", second, StringComparison.Ordinal);
        Assert.Contains("值守岗51", turned, StringComparison.Ordinal);
        Assert.Contains("值守岗51", found, StringComparison.Ordinal);
        Assert.DoesNotContain("值守岗50", found, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的岗位", none, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("编码,岗位名称,英文名称,统一岗位,对应起始日,维护单位", lines[0]);
        Assert.Equal(52, lines.Length);
        Assert.Contains(",'=值守岗01,", lines[1], StringComparison.Ordinal);
        foreach (var path in new[] { "/positions", "/positions.csv" })
        {
            Assert.StartsWith("/account/session", (await visitor.GetAsync(path)).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync(path)).StatusCode);
        }

        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        Assert.DoesNotContain("值守岗", await school.ReadAsync("/positions.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_catalogue_of_posts_mapped_by_day()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var visitor = app.Visitor();
        var linxi = WorldIds.CodeOf(SmallWorld.Linxi);

        var made = await officer.PostAsync("/positions", new() { ["Name"] = "安全校长助理", ["Core"] = "ViceSafety", ["Organization"] = linxi, ["Aliases"] = "校长助理（安全）" });
        var bad = await officer.PostAsync("/positions", new() { ["Name"] = "无对应", ["Core"] = "None", ["Organization"] = linxi });
        var strange = await officer.PostAsync("/positions", new() { ["Name"] = "外局岗位", ["Core"] = "Guard", ["Organization"] = WorldIds.CodeOf(SmallWorld.Wangchuan) });

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/positions")).StatusCode);
        Assert.Contains("安全校长助理", await school.ReadAsync("/positions"), StringComparison.Ordinal);
        Assert.Contains("安全校长助理", await school.ReadAsync($"/people/new?organization={School32}"), StringComparison.Ordinal);

        var id = await app.WithDbAsync(db => db.Positions.Where(p => p.Name == "安全校长助理").Select(p => p.Id).SingleAsync());
        var path = $"/positions/{id}/mapping";
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/positions/{ShippedPositions.Of(CorePosition.Guard).Id}/mapping")).StatusCode);
        var version = await VersionAsync(officer, path);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostAsync(path, new() { ["Core"] = "MiddleManagement", ["From"] = "2027-01-01", ["Version"] = version })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(path, new() { ["Core"] = "Teacher", ["From"] = "2027-01-01", ["Version"] = version })).StatusCode);
        var mappings = await app.WithDbAsync(db => db.PositionMappings.Where(m => m.PositionId == id && m.SupersededAt == null).OrderBy(m => m.From).ToListAsync());
        Assert.Equal([(CorePosition.ViceSafety, new DateOnly(2026, 12, 31)), (CorePosition.MiddleManagement, Day.Open)], mappings.Select(m => (m.Core, m.Until)));
    }

    /// <summary>Adds a post where the merger has passed already, at its first try: as somebody else would between two of its statements.</summary>
    private sealed class AddsPost(IServiceProvider services, Guid personId, Guid organizationId) : IFigures
    {
        public int Tries { get; private set; }

        public async Task CountAgainAsync(FactsChanged changed, CancellationToken cancel)
        {
            if (++Tries == 1)
            {
                var (db, id) = (services.GetRequiredService<Db>(), Guid.NewGuid());
                db.Add(new Membership
                {
                    Id = id,
                    FactId = id,
                    PersonId = personId,
                    OrganizationId = organizationId,
                    PositionId = ShippedPositions.Of(CorePosition.SafetyOfficer).Id,
                    Employment = Employment.Contract,
                    IsPrimary = false,
                    From = new(2026, 10, 1),
                    Until = Day.Open,
                    RecordedAt = TestClock.Start.UtcDateTime,
                });
                await db.SaveChangesAsync(cancel);
            }

            await services.GetRequiredService<IFigures>().CountAgainAsync(changed, cancel);
        }

        public Task CountSoonAsync(IReadOnlyCollection<Guid> organizations, CancellationToken cancel) => throw new NotSupportedException();
    }

    private static Guid Id(string key) => WorldIds.Of("person", key);

    private static async Task<string> UnitAsync(TestBrowser browser, string name, string parent)
    {
        using var made = await browser.PostAsync("/organizations", new() { ["Parent"] = parent, ["Name"] = name, ["Kind"] = "School", ["Stages"] = "Primary", ["From"] = "2026-03-01" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.ToString().Split('/')[^1];
    }

    private Task<Guid> UnitIdAsync(string code) => app.WithDbAsync(db => db.Organizations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());

    private static async Task<Guid> PersonAsync(TestBrowser browser, string name, string number, string unit, CorePosition position, string from)
    {
        using var made = await browser.PostAsync("/people", With(With(New(name, number, null, unit), "Position", ShippedPositions.Of(position).Id.ToString()), "From", from));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return Guid.Parse(made.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Who counts for the target of principals, and where.</summary>
    private Task<List<CoverageStanding>> CountedAsync() => app.WithDbAsync(db => db.CoverageStandings.AsNoTracking()
        .Where(s => db.CoverageTargets.Any(t => t.Id == s.TargetId && t.Slug == "s3-7-2026") && (s.Kind == StandingKind.Missing || s.Kind == StandingKind.Covered)).ToListAsync());

    private static Dictionary<string, string> New(string name, string? number, string? phone, string organization) => new()
    {
        ["Name"] = name,
        ["StaffNumber"] = number ?? "",
        ["Phone"] = phone ?? "",
        ["Organization"] = organization,
        ["Position"] = ShippedPositions.Of(CorePosition.Teacher).Id.ToString(),
        ["From"] = "2026-09-01",
        ["Employment"] = "Established",
    };

    private static Dictionary<string, string> Post(string organization, string from) => new()
    {
        ["Organization"] = organization,
        ["Position"] = ShippedPositions.Of(CorePosition.SafetyOfficer).Id.ToString(),
        ["From"] = from,
        ["Employment"] = "Contract",
    };

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string name, string value) => new(fields) { [name] = value };

    private Task<List<Membership>> PostsAsync(Guid id) =>
        app.WithDbAsync(db => db.Memberships.Known().Where(m => m.PersonId == id).OrderBy(m => m.From).ThenBy(m => m.FactId).ToListAsync());

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static async Task<string> VersionAsync(TestBrowser browser, string path) => Version().Match(await browser.ReadAsync(path)).Groups[1].Value;

    [GeneratedRegex("name=\"Version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();
}

public sealed class PeopleOnSqlite(SqliteApp app) : PeopleTests(app), IClassFixture<SqliteApp>;

public sealed class PeopleOnPostgres(PostgresApp app) : PeopleTests(app), IClassFixture<PostgresApp>;

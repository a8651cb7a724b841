using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.People.Imports;

/// <summary>Stopping and going on, several units, names of units that are nearly right, refused rows as a workbook.</summary>
public abstract class ImportRunTests(WebApp app)
{
    private const string Large = "云岭市第五高级中学";
    private static readonly object?[] Heads = ["姓名", "工号", "手机号", "单位", "岗位", "任职开始"];

    [Fact]
    public async Task Stops_between_two_steps_says_what_is_written_and_goes_on()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        var address = await StopHalfAsync(browser, "SS");

        var page = await browser.ReadAsync(address);
        var done = await app.WithDbAsync(db => db.People.CountAsync(p => p.StaffNumber!.StartsWith("SS")));
        Assert.InRange(done, 1, 599);
        Assert.Contains("写入已停止", page, StringComparison.Ordinal);
        Assert.Contains($"已写入{done}项变更，余下{600 - done}项没有写入", page, StringComparison.Ordinal);
        Assert.Contains($"继续写入余下的{600 - done}项", page, StringComparison.Ordinal);
        Assert.Contains("已停止", await browser.ReadAsync("/people/imports"), StringComparison.Ordinal);
        await app.WorkAsync();
        Assert.Equal(done, await app.WithDbAsync(db => db.People.CountAsync(p => p.StaffNumber!.StartsWith("SS"))));

        using (var resumed = await browser.PostAsync($"{address}/continuation", NoFields))
        {
            Assert.Equal(HttpStatusCode.Redirect, resumed.StatusCode);
        }

        Assert.Contains($"新增{done}项，共600项", await browser.ReadAsync($"{address}/progress"), StringComparison.Ordinal);
        await app.WorkAsync();
        Assert.Contains("已写入600项变更", await browser.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(600, await app.WithDbAsync(db => db.Memberships.Known().CountAsync(m => db.People.Any(p => p.Id == m.PersonId && p.StaffNumber!.StartsWith("SS")))));

        // Too late to stop or to go on: nothing happens.
        foreach (var step in new[] { "stoppage", "continuation" })
        {
            using var late = await browser.PostAsync($"{address}/{step}", NoFields);
            Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        }

        Assert.Contains("名册已写入", await browser.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_half_written_and_says_so()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        var address = await StopHalfAsync(browser, "TT");
        var done = await app.WithDbAsync(db => db.People.CountAsync(p => p.StaffNumber!.StartsWith("TT")));

        using var left = await browser.PostAsync($"{address}/abandonment", NoFields);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Contains($"已写入的{done}项变更保留，余下的{600 - done}项没有写入", await browser.ReadAsync(address), StringComparison.Ordinal);
        var number = address.Split('/')[^1];
        Assert.False(await app.WithDbAsync(db => db.RosterImportRows.AnyAsync(r => db.RosterImports.Any(i => i.Id == r.ImportId && i.Number == number))));
        Assert.Equal(done, await app.WithDbAsync(db => db.People.CountAsync(p => p.StaffNumber!.StartsWith("TT"))));
    }

    [Fact]
    public async Task Speaks_for_a_list_of_units_and_a_full_list_ends_nobody_elsewhere()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        using (var unknown = await browser.UploadRosterAsync(TestWorkbook.Of(Heads), Large, moreUnits: "火星小学\n临溪区滨河路小学"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
            Assert.Contains("没有找到，或者同名的不止一个：火星小学。", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        string[] units = ["望川县第一高级中学", "临溪区滨河路小学"];
        var before = await HoldersAsync();
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads,
            ["易水寒", "YL0021", "", units[0], "校长", ""], ["新来人", "U0001", "", units[1], "安全员", ""], ["别处人", "U0002", "", Large, "安全员", ""]), units[0], "Full", moreUnits: units[1]);
        var page = await browser.ReadAsync(address);

        Assert.Contains("望川县第一高级中学等2个单位", page, StringComparison.Ordinal);
        Assert.Contains("<li>临溪区滨河路小学</li>", page, StringComparison.Ordinal);
        Assert.Contains("单位不在本次导入范围内", page, StringComparison.Ordinal);
        var absent = await app.WithDbAsync(db => db.RosterImports.Where(i => i.Number == address.Substring(16)).Select(i => i.AbsentPeople).SingleAsync());
        using (var confirmed = await browser.ConfirmAsync(address, hasChecked: true, absent: absent))
        {
            Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        }

        await app.WorkAsync();
        var after = await HoldersAsync();
        Assert.Equal(1, after[units[0]]);
        Assert.Equal(1, after[units[1]]);
        Assert.Equal(before.Where(unit => !units.Contains(unit.Key)), after.Where(unit => !units.Contains(unit.Key)));

        // Who reaches only one of its units does not find the import.
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Asks_what_a_nearly_right_name_of_a_unit_means_and_remembers_the_answer()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var bytes = TestWorkbook.Of(Heads, ["近似甲", "N0001", "", "临溪三十二中", "安全员", "2025-03-01"], ["近似乙", "N0002", "", "临溪第32中学", "教师", "2025-03-01"], ["近似丙", "N0003", "", "火星小学", "教师", ""]);
        var address = await browser.PreviewAsync(app, bytes, "临溪区教育局");
        var page = await browser.ReadAsync(address);
        Assert.Contains("“临溪三十二中”是哪个单位（1行）", page, StringComparison.Ordinal);
        Assert.DoesNotContain("“火星小学”是哪个单位", page, StringComparison.Ordinal);
        var code = await app.WithDbAsync(db => db.Organizations.Where(o => o.Name == Roster.School).Select(o => o.Code).SingleAsync());
        Assert.Contains($"value=\"{code}\"", page, StringComparison.Ordinal);

        var stranger = await app.WithDbAsync(db => db.Organizations.Where(o => o.Name == "望川县第一高级中学").Select(o => o.Code).SingleAsync());
        using (var refused = await browser.PostAsync($"{address}/unit-names", new Dictionary<string, string>(StringComparer.Ordinal) { ["name-0"] = "临溪三十二中", ["unit-0"] = stranger }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using (var answer = await browser.PostAsync($"{address}/unit-names", new Dictionary<string, string>(StringComparer.Ordinal)
        { ["name-0"] = "临溪三十二中", ["unit-0"] = code, ["name-1"] = "临溪第32中学", ["unit-1"] = code }))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await app.WorkAsync();
        page = await browser.ReadAsync(address);
        Assert.Contains($"“临溪三十二中”按“{Roster.School}”处理", page, StringComparison.Ordinal);
        Assert.Equal((2, 1), (Roster.Count(page, "Added"), Roster.Count(page, "Refused")));

        using (var undone = await browser.PostAsync($"{address}/unit-names", new Dictionary<string, string>(StringComparer.Ordinal) { ["forget"] = "临溪第32中学" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        }

        await app.WorkAsync();
        Assert.Equal(1, Roster.Count(await browser.ReadAsync(address), "Added"));
        using (var confirmed = await browser.ConfirmAsync(address, hasChecked: true))
        {
            Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        }

        await app.WorkAsync();
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var again = await browser.ReadAsync(await browser.PreviewAsync(app, bytes, "临溪区教育局"));
        Assert.Equal((0, 1), (Roster.Count(again, "Added"), Roster.Count(again, "Unchanged")));
    }

    [Fact]
    public async Task Hands_refused_rows_out_as_a_workbook_that_can_be_mended_and_imported()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["好人", "X001", "", Roster.School, "教师", ""], ["坏人", "X002", "13800010426", Roster.School, "电工", "2025/2/30"]));

        foreach (var language in new[] { "en", "zh-Hans" })
        {
            using var chosen = await browser.GetAsync($"/language/{language}");
            using var answer = await browser.GetAsync($"{address}/refused.xlsx");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var sheet = Assert.Single(WorkbookFile.Open(bytes).File!.Sheets);

            Assert.Equal(2, sheet.Rows.Count);
            Assert.Equal(["坏人", "X002", "13800010426", Roster.School, "电工"], sheet.Rows[1].Take(5).Select(cell => cell.Text));
            Assert.Contains(sheet.Rows[1], cell => cell.Text.Contains(language.Equals("en", StringComparison.Ordinal) ? "2025-03-01" : "日期不存在；不在岗位目录中", StringComparison.Ordinal));
            var page = await browser.ReadAsync(await browser.PreviewAsync(app, bytes));
            Assert.Equal((0, 1), (Roster.Count(page, "Added"), Roster.Count(page, "Refused")));
        }
    }

    [Fact]
    public async Task Asks_whether_a_former_name_means_the_unit_that_bore_it()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Dictionary<string, string> fields = new() { ["Parent"] = WorldIds.CodeOf(SmallWorld.Linxi), ["Name"] = "临溪区红旗小学", ["Kind"] = "School", ["Stages"] = "Primary", ["From"] = "2026-03-01" };
        using var made = await browser.PostAsync("/organizations", fields);
        var path = made.Headers.Location!.ToString();
        var version = (await browser.ReadAsync($"{path}/details")).Split("name=\"Version\" value=\"")[1].Split('"')[0];
        using var renamed = await browser.PostAsync($"{path}/details", new(fields) { ["Name"] = "临溪区朝阳实验学校", ["From"] = "2026-09-01", ["Version"] = version });
        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);

        var page = await browser.ReadAsync(await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["旧名校人", "FN001", "", "临溪区红旗小学", "教师", ""]), "临溪区教育局"));

        Assert.Contains("“临溪区红旗小学”是哪个单位（1行）", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{path.Split('/')[^1]}\"", page, StringComparison.Ordinal);
        Assert.Equal((0, 1), (Roster.Count(page, "Added"), Roster.Count(page, "Refused")));
    }

    [Fact]
    public async Task Ends_the_posts_of_who_has_left_and_names_the_rows_of_who_is_on_leave()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        object?[] heads = ["姓名", "工号", "岗位", "在岗状态"];
        object?[][] people = [heads, ["状态甲", "ST001", "教师", "在职"], ["状态乙", "ST002", "教师", ""], ["状态丙", "ST003", "教师", ""]];
        await browser.ImportAsync(app, TestWorkbook.Of(people), Large);
        app.Clock.Move(TimeSpan.FromSeconds(1));
        await app.WithDbAsync(async db =>
        {
            var (post, id) = (await db.Memberships.Known().SingleAsync(m => db.People.Any(p => p.Id == m.PersonId && p.StaffNumber == "ST002")), Guid.NewGuid());
            db.Add(new Leave { Id = id, FactId = id, PersonId = post.PersonId, OrganizationId = post.OrganizationId, Kind = LeaveKind.LongSickLeave, From = new(2026, 10, 1), Until = Day.Open, RecordedAt = post.RecordedAt });
            return await db.SaveChangesAsync();
        });
        var bytes = TestWorkbook.Of(heads, ["状态甲", "ST001", "教师", "在岗"], ["状态乙", "ST002", "教师", "退休"], ["状态丙", "ST003", "教师", "产假"], ["状态丁", "ST004", "教师", "离职"]);

        var address = await browser.PreviewAsync(app, bytes, Large);
        var page = await browser.ReadAsync($"{address}?tab=Ended");
        Assert.Equal((1, 2, 1), (Roster.Count(page, "Ended"), Roster.Count(page, "Unchanged"), Roster.Count(page, "Refused")));
        Assert.Contains("有1行写着请假、产假、借调等：第4行（D列）", page, StringComparison.Ordinal);
        Assert.Contains("<ins>退休</ins>", page, StringComparison.Ordinal);
        Assert.Contains("已离岗，名册中没有这条任职", await browser.ReadAsync($"{address}?tab=Refused"), StringComparison.Ordinal);
        using var confirmed = await browser.ConfirmAsync(address, hasChecked: true);
        await app.WorkAsync();

        var leaves = await app.WithDbAsync(db => db.Leaves.Known().Where(l => db.People.Any(p => p.Id == l.PersonId && p.StaffNumber == "ST002")).OrderBy(l => l.From).ToListAsync());
        Assert.Equal([(LeaveKind.LongSickLeave, new DateOnly(2026, 10, 14)), (LeaveKind.Retirement, Day.Open)], leaves.Select(l => (l.Kind, l.Until)));
        var leave = leaves[^1];
        Assert.Equal(new DateOnly(2026, 10, 15), leave.From);
        Assert.Equal(new DateOnly(2026, 10, 14), await app.WithDbAsync(db => db.Memberships.Known().Where(m => m.PersonId == leave.PersonId).Select(m => m.Until).SingleAsync()));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var again = await browser.ReadAsync(await browser.PreviewAsync(app, bytes, Large, day: "2026-10-20"));
        Assert.Equal((0, 3, 1), (Roster.Count(again, "Ended"), Roster.Count(again, "Unchanged"), Roster.Count(again, "Refused")));
    }

    [Fact]
    public async Task Adds_and_changes_organizations_from_a_list_which_changes_nothing_the_second_time()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        object?[] heads = ["单位名称", "类别", "上级单位", "学段", "特征", "设立日期"];
        var bytes = TestWorkbook.Of(["2026年机构名单"], heads,
            ["名单小学", "小学", "名单中心学校", "", "寄宿", "2024.9"], ["名单中心学校", "中心校", "", "", "", ""], ["临溪区滨河路小学", "", "", "", "", ""], ["临溪滨河路小学", "小学", "", "", "", ""], ["火星学校", "火箭", "", "", "", ""], ["来年开办小学", "小学", "名单中心学校", "", "", "2027.9"],
            ["注：以上为秋季名单", null, null, null, null, null]);
        var address = await UploadAsync(officer, bytes);
        var preview = await officer.ReadAsync(address);
        var file = await officer.ReadAsync($"{address}/rows.csv");
        Assert.Equal((3, 0, 2, 1), (Roster.Count(preview, "Added"), Roster.Count(preview, "Changed"), Roster.Count(preview, "Refused"), Roster.Count(preview, "Unchanged")));
        Assert.Contains("与在册单位只差括号、镇、乡等字：临溪区滨河路小学", preview, StringComparison.Ordinal);
        Assert.Contains("看不懂类别", file, StringComparison.Ordinal);
        Assert.False(await app.WithDbAsync(db => db.Organizations.AnyAsync(o => o.Name == "名单小学")));

        using var stale = await officer.PostAsync($"{address}/application", new Dictionary<string, string>(StringComparer.Ordinal) { ["mark"] = "0" });
        var answers = await Task.WhenAll(ApplyAsync(officer, address), ApplyAsync(officer, address));
        Assert.Contains("正在写入机构名单", await officer.ReadAsync(address), StringComparison.Ordinal);
        Assert.Contains("data-state=\"Applying\"", await officer.ReadAsync($"{address}/progress"), StringComparison.Ordinal);
        await app.WorkAsync();
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Order());
        Assert.Contains("新增3个单位，变更0个单位，2行没有写入", await officer.ReadAsync(address), StringComparison.Ordinal);
        var school = await app.WithDbAsync(db => db.Organizations.SingleAsync(o => o.Name == "名单小学"));
        var details = await app.WithDbAsync(db => db.OrganizationDetails.Known().SingleAsync(d => d.OrganizationId == school.Id));
        Assert.Equal((OrganizationKind.School, SchoolStages.Primary, OrganizationFlags.Boarding, new DateOnly(2024, 9, 1)), (details.Kind, details.Stages, details.Flags, details.From));
        Assert.Equal("名单中心学校", await AboveAsync(school.Id));
        var again = await officer.ReadAsync(await UploadAsync(officer, bytes));
        Assert.Equal((0, 4, 2), (Roster.Count(again, "Added"), Roster.Count(again, "Unchanged"), Roster.Count(again, "Refused")));

        // By its code a unit is renamed and moves; what the system hands out it takes.
        var change = await UploadAsync(officer, TestWorkbook.Of(["机构码", "单位名称", "上级单位", "特征"], [school.Code, "名单实验小学", "临溪区教育局", "无"]));
        var changes = await officer.ReadAsync(change);
        Assert.Contains("<del>名单小学</del> <ins>名单实验小学</ins>", changes, StringComparison.Ordinal);
        Assert.Contains("<del>名单中心学校</del> <ins>临溪区教育局</ins>", changes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await ApplyAsync(officer, change));
        await app.WorkAsync();
        Assert.Equal("临溪区教育局", await AboveAsync(school.Id));
        Assert.Equal([OrganizationFlags.Boarding, OrganizationFlags.None], await app.WithDbAsync(db => db.OrganizationDetails.Known().Where(d => d.OrganizationId == school.Id).OrderBy(d => d.From).Select(d => d.Flags).ToListAsync()));

        // What cannot be written on that day says so; a change that a later one follows ends the day before it, and says so as well.
        var next = await app.WithDbAsync(db => db.Organizations.SingleAsync(o => o.Name == "来年开办小学"));
        var later = await UploadAsync(officer, TestWorkbook.Of(["机构码", "单位名称"], [school.Code, "名单未来小学"]), "2027-01-01");
        Assert.Equal(HttpStatusCode.Redirect, await ApplyAsync(officer, later));
        await app.WorkAsync();
        object?[][] followed = [["机构码", "单位名称"], [school.Code, "名单附属小学"], [next.Code, "来年实验小学"]];
        var partly = await UploadAsync(officer, TestWorkbook.Of(followed));
        var told = await officer.ReadAsync(partly);
        Assert.Equal((1, 1), (Roster.Count(told, "Changed"), Roster.Count(told, "Refused")));
        Assert.Contains("它从2027年9月1日起设立", told, StringComparison.Ordinal);
        Assert.Contains("只到2026年12月31日：此后已登记的变更不动", told, StringComparison.Ordinal);
        Assert.Contains("只到2026年12月31日", await officer.ReadAsync($"{partly}/rows.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await ApplyAsync(officer, partly));
        await app.WorkAsync();
        var written = await officer.ReadAsync(partly);
        Assert.Contains("新增0个单位，变更1个单位，1行没有写入", written, StringComparison.Ordinal);
        Assert.Contains("它从2027年9月1日起设立", written, StringComparison.Ordinal);
        Assert.Equal([("名单小学", new DateOnly(2026, 10, 14)), ("名单附属小学", new(2026, 12, 31)), ("名单未来小学", Day.Open)],
            (await app.WithDbAsync(db => db.OrganizationDetails.Known().Where(d => d.OrganizationId == school.Id).OrderBy(d => d.From).ToListAsync())).Select(d => (d.Name, d.Until)));
        Assert.Equal(0, Roster.Count(await officer.ReadAsync(await UploadAsync(officer, TestWorkbook.Of(followed))), "Changed"));
        var export = await officer.ReadAsync("/organizations.csv");
        var taken = await officer.ReadAsync(await UploadAsync(officer, System.Text.Encoding.UTF8.GetBytes(export)));
        Assert.Equal((0, 0, 0), (Roster.Count(taken, "Added"), Roster.Count(taken, "Changed"), Roster.Count(taken, "Refused")));

        // Nobody else finds it.
        using var visitor = app.Visitor();
        using var keeper = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Index)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await keeper.GetAsync(Index)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{address}/rows.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Index}/NOTHING2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync($"{address}/application", new Dictionary<string, string>(StringComparer.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync($"{address}/abandonment", new Dictionary<string, string>(StringComparer.Ordinal))).StatusCode);
        using var headless = await officer.UploadAsync(Index, "File", "名单.xlsx", TestWorkbook.Of(["甲", "乙"], ["一", "二"]), Fields("临溪区教育局"));
        using var outside = await officer.UploadAsync(Index, "File", "名单.xlsx", bytes, Fields("望川县教育局"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (headless.StatusCode, outside.StatusCode));
        Assert.Contains("没有找到表头", WebUtility.HtmlDecode(await headless.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var left = await UploadAsync(officer, bytes);
        foreach (var step in new[] { "stoppage", "continuation" })
        {
            using var outOfReach = await neighbour.PostAsync($"{left}/{step}", NoFields);
            using var unknown = await officer.PostAsync($"{Index}/NOTHING2/{step}", NoFields);
            using var signedOut = await visitor.PostAsync($"{left}/{step}", NoFields);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (outOfReach.StatusCode, unknown.StatusCode, signedOut.StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{left}/progress")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Index}/NOTHING2/progress")).StatusCode);
        using var given = await officer.PostAsync($"{left}/abandonment", new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.Contains("已放弃的机构名单", await officer.ReadAsync(left), StringComparison.Ordinal);

        Task<string> AboveAsync(Guid unit) => app.WithDbAsync(db => db.OrganizationParents.On(new DateOnly(2026, 10, 15)).Where(p => p.OrganizationId == unit).Select(p => db.Organizations.Single(o => o.Id == p.ParentId).Name).SingleAsync());
    }

    [Fact]
    public async Task Writes_a_list_of_organizations_step_by_step_stops_goes_on_and_passes_over_what_others_changed()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var bytes = TestWorkbook.Of([["单位名称", "类别"], .. Enumerable.Range(1, 80).Select(n => new object?[] { $"分步第{n}小学", "小学" })]);
        var address = await UploadAsync(officer, bytes);
        Assert.Equal(HttpStatusCode.Redirect, await ApplyAsync(officer, address));
        await app.WorkAsync(steps: 1);
        using var stopped = await officer.PostAsync($"{address}/stoppage", NoFields);
        var half = await officer.ReadAsync(address);
        var done = await CountAsync();
        await app.WorkAsync();
        Assert.InRange(done, 1, 79);
        Assert.Equal(done, await CountAsync());
        Assert.Contains($"已写入{done}项变更，余下{80 - done}项没有写入", half, StringComparison.Ordinal);

        // Meanwhile somebody makes one of the others by hand.
        app.Clock.Move(TimeSpan.FromSeconds(1));
        using var made = await officer.PostAsync("/organizations", new() { ["Parent"] = WorldIds.CodeOf(SmallWorld.Linxi), ["Name"] = "分步第80小学", ["Kind"] = "School", ["Stages"] = "Primary", ["From"] = "2026-03-01" });
        using var resumed = await officer.PostAsync($"{address}/continuation", NoFields);
        await app.WorkAsync();

        var page = await officer.ReadAsync(address);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (made.StatusCode, resumed.StatusCode));
        Assert.Contains("新增79个单位，变更0个单位，1行没有写入", page, StringComparison.Ordinal);
        Assert.Contains("核对之后被他人改动，没有写入；重新导入一次名单", page, StringComparison.Ordinal);
        Assert.Equal(80, await CountAsync());
        Assert.Equal(80, Roster.Count(await officer.ReadAsync(await UploadAsync(officer, bytes)), "Unchanged"));
        Assert.True(await app.WithDbAsync(db => db.OrganizationDetails.AnyAsync(d => d.Name == "分步第1小学" && d.RecordedBy == WorldIds.Of("person", SmallWorld.LinxiOfficer))));

        // Given up half way, what is written stays.
        var other = await UploadAsync(officer, TestWorkbook.Of([["单位名称", "类别"], .. Enumerable.Range(1, 60).Select(n => new object?[] { $"半途第{n}小学", "小学" })]));
        Assert.Equal(HttpStatusCode.Redirect, await ApplyAsync(officer, other));
        await app.WorkAsync(steps: 1);
        using var paused = await officer.PostAsync($"{other}/stoppage", NoFields);
        using var left = await officer.PostAsync($"{other}/abandonment", NoFields);
        await app.WorkAsync();
        Assert.Contains("这次导入已结束", await officer.ReadAsync(other), StringComparison.Ordinal);
        Assert.InRange(await app.WithDbAsync(db => db.Organizations.CountAsync(o => o.Name.StartsWith("半途第"))), 1, 59);

        Task<int> CountAsync() => app.WithDbAsync(db => db.Organizations.CountAsync(o => o.Name.StartsWith("分步第")));
    }

    private const string Index = "/people/imports/organizations";

    private static Dictionary<string, string> Fields(string unit, string day = "2026-10-15") => new(StringComparer.Ordinal) { ["Unit"] = unit, ["EffectiveDay"] = day };

    private static async Task<string> UploadAsync(TestBrowser browser, byte[] content, string day = "2026-10-15")
    {
        using var answer = await browser.UploadAsync(Index, "File", "名单.xlsx", content, Fields("临溪区教育局", day));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpStatusCode> ApplyAsync(TestBrowser browser, string at)
    {
        var mark = (await browser.ReadAsync(at)).Split("name=\"mark\" value=\"") is [_, var rest, ..] ? rest.Split('"')[0] : "";
        using var answer = await browser.PostAsync($"{at}/application", new Dictionary<string, string>(StringComparer.Ordinal) { ["mark"] = mark });
        return answer.StatusCode;
    }

    [Fact]
    public async Task Lets_the_main_post_change_whatever_the_order_of_the_rows()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        object?[] heads = ["姓名", "工号", "岗位", "主任职", "任职开始"];
        await browser.ImportAsync(app, TestWorkbook.Of(heads, ["双岗人", "D0001", "教师", "是", "2024-09-01"]), Large);
        app.Clock.Move(TimeSpan.FromSeconds(1));

        await browser.ImportAsync(app, TestWorkbook.Of(heads, ["双岗人", "D0001", "安全员", "是", "2026-10-15"], ["双岗人", "D0001", "教师", "否", ""]), Large);

        var posts = await app.WithDbAsync(db => db.Memberships.On(new DateOnly(2026, 10, 15)).Where(m => db.People.Any(p => p.Id == m.PersonId && p.StaffNumber == "D0001"))
            .Select(m => new { m.IsPrimary, db.Positions.Single(p => p.Id == m.PositionId).Code }).ToListAsync());
        Assert.Equal(2, posts.Count);
        Assert.False(posts.Single(post => string.Equals(post.Code, "teacher", StringComparison.Ordinal)).IsPrimary);
    }

    private async Task<string> StopHalfAsync(TestBrowser browser, string start)
    {
        object?[][] rows = [Heads, .. Enumerable.Range(0, 600).Select(n => new object?[] { $"停{(char)(0x4E00 + n)}", $"{start}{n:0000}", "", "", "教师", "" })];
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(rows), Large);
        using var confirmed = await browser.ConfirmAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        await app.WorkAsync(steps: 2);
        Assert.Contains("停止写入", await browser.ReadAsync(address), StringComparison.Ordinal);
        using var stopped = await browser.PostAsync($"{address}/stoppage", NoFields);
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        return address;
    }

    /// <summary>How many people hold a post in each unit on the effective day.</summary>
    private Task<Dictionary<string, int>> HoldersAsync() => app.WithDbAsync(db => db.Memberships.On(new DateOnly(2026, 10, 15))
        .Join(db.Organizations, m => m.OrganizationId, o => o.Id, (m, o) => o.Name).GroupBy(name => name).ToDictionaryAsync(group => group.Key, group => group.Count()));

    private static Dictionary<string, string> NoFields => new(StringComparer.Ordinal);
}

public sealed class ImportRunOnSqlite(SqliteApp app) : ImportRunTests(app), IClassFixture<SqliteApp>;

public sealed class ImportRunOnPostgres(PostgresApp app) : ImportRunTests(app), IClassFixture<PostgresApp>;

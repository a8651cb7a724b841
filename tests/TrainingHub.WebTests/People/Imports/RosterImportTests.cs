using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.People.Imports;

public abstract class RosterImportTests(WebApp app)
{
    private static readonly object?[] Heads = ["姓名", "工号", "手机号", "单位", "岗位", "任职开始"];

    [Fact]
    public async Task Writes_nothing_before_it_is_confirmed_and_the_same_file_twice_changes_nothing()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var bytes = TestWorkbook.Of(["2026年名册"], Heads,
            ["柳 如眉", "A001", 13800000001d, Roster.School, "安全员", "2025.3"],
            ["𬎆䶮", "A002", "13800000002", Roster.School, "门卫", ""],
            ["无号人", "", "", Roster.School, "教师", ""],
            ["陈若川", "YL0008", "", Roster.School, "班主任", ""]);
        var address = await browser.PreviewAsync(app, bytes);
        var page = await browser.ReadAsync(address);

        Assert.Equal((3, 1, 0, 0, 0), (Roster.Count(page, "Added"), Roster.Count(page, "Changed"), Roster.Count(page, "Ended"), Roster.Count(page, "Refused"), Roster.Count(page, "Unchanged")));
        Assert.Contains("写入4项变更", page, StringComparison.Ordinal);
        Assert.False(await app.WithDbAsync(db => db.People.AnyAsync(p => p.StaffNumber == "A001")));

        using (var answer = await browser.ConfirmAsync(address))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await app.WorkAsync();
        Assert.Contains("名册已写入", await browser.ReadAsync(address), StringComparison.Ordinal);
        var post = await PostAsync("A001");
        Assert.Equal(("柳如眉", new DateOnly(2025, 3, 1), false, true), (post.Name, post.Post.From, post.Post.IsStartPresumed, post.Post.IsPrimary));
        Assert.True((await PostAsync("A002")).Post.IsStartPresumed);
        Assert.False(await app.WithDbAsync(db => db.Users.AnyAsync(u => db.People.Any(p => p.Id == u.PersonId && p.StaffNumber == "A001"))));
        var facts = await app.WithDbAsync(db => db.Memberships.CountAsync());

        app.Clock.Move(TimeSpan.FromSeconds(1));
        var again = await browser.ReadAsync(await browser.PreviewAsync(app, bytes));
        Assert.Equal((0, 0, 0, 0, 4), (Roster.Count(again, "Added"), Roster.Count(again, "Changed"), Roster.Count(again, "Ended"), Roster.Count(again, "Refused"), Roster.Count(again, "Unchanged")));
        Assert.Contains("没有要写入的变更", again, StringComparison.Ordinal);
        Assert.Contains("同一份文件以前写入过", again, StringComparison.Ordinal);
        Assert.Equal(facts, await app.WithDbAsync(db => db.Memberships.CountAsync()));
    }

    [Fact]
    public async Task Applies_a_file_with_refused_rows_only_after_a_person_agreed_to_the_list()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["白一", "B001", "", Roster.School, "教师", ""], ["白二", "B002", "", Roster.School, "电工", ""]));

        using (var refused = await browser.ConfirmAsync(address))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("先核对不写入的1行", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Contains("B002", await browser.ReadAsync($"{address}/refused.csv"), StringComparison.Ordinal);
        using var agreed = await browser.ConfirmAsync(address, hasChecked: true);
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        await app.WorkAsync();
        Assert.Equal(["B001"], await app.WithDbAsync(db => db.People.Where(p => p.StaffNumber!.StartsWith("B00")).Select(p => p.StaffNumber!).ToListAsync()));
    }

    [Fact]
    public async Task Reads_leave_shows_what_changes_and_takes_its_own_export_for_the_same()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        object?[] heads = ["姓名", "工号", "岗位", "任职开始", "请假类型", "请假开始", "请假结束", "借调起止时间"];
        var first = TestWorkbook.Of(heads, ["假一", "LV01", "教师", "2024.3", "产假", "2024年9月1日", 46022d, ""], ["假二", "LV02", "教师", "2024.3", "", "", "", "2026.9至今"], ["假三", "LV03", "教师", "2024.3", "婚庆", "2026.10", "", ""]);

        var address = await browser.ImportAsync(app, first);
        var preview = await browser.ReadAsync($"{address}?tab=Added");
        var refused = await browser.ReadAsync($"{address}?tab=Refused");
        Assert.Contains("请假：新增2行，变更0行，提前结束0行", preview, StringComparison.Ordinal);
        Assert.Contains("产假，2024年9月1日—2025年12月31日", preview, StringComparison.Ordinal);
        Assert.Contains("看不懂请假类型", refused, StringComparison.Ordinal);
        var mending = await browser.ReadAsync($"{address}/refused.csv");
        Assert.Contains("请假类型,请假开始,", mending, StringComparison.Ordinal);
        Assert.Contains("婚庆,2026.10,", mending, StringComparison.Ordinal);
        Assert.Equal([(LeaveKind.MaternityLeave, new DateOnly(2024, 9, 1), new DateOnly(2025, 12, 31)), (LeaveKind.Secondment, new(2026, 9, 1), Day.Open)], await LeavesAsync());

        app.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Roster.Count(await browser.ReadAsync(await browser.PreviewAsync(app, first)), "Unchanged"));

        // What the unit hands out is what it takes; of people whom other tests brought namesakes stand there, too.
        var handedOut = (await browser.ReadAsync($"/organizations/{WorldIds.CodeOf(SmallWorld.School32)}/people.csv")).Split('\n');
        var file = string.Join('\n', handedOut.Where((line, place) => place is 0 || line.Contains("LV0", StringComparison.Ordinal) || line.Contains("YL000", StringComparison.Ordinal)));
        Assert.Contains("借调,2026-09-01,", file, StringComparison.Ordinal);
        using (var uploaded = await browser.UploadRosterAsync(System.Text.Encoding.UTF8.GetBytes(file), name: "people.csv"))
        {
            await app.WorkAsync();
            var page = await browser.ReadAsync(uploaded.Headers.Location!.OriginalString);
            Assert.Equal((0, 0, 0, 0), (Roster.Count(page, "Added"), Roster.Count(page, "Changed"), Roster.Count(page, "Ended"), Roster.Count(page, "Refused")));
        }

        var second = TestWorkbook.Of(heads, ["假一", "LV01", "教师", "2024.3", "产假", "2024年9月1日", "2025.6", ""], ["假二", "LV02", "教师", "2024.3", "", "", "", "2026.9—2027.1"]);
        var ending = await browser.PreviewAsync(app, second);
        var changes = await browser.ReadAsync($"{ending}?tab=Changed");
        Assert.Contains("请假：新增0行，变更0行，提前结束2行", changes, StringComparison.Ordinal);
        Assert.Contains("<del>产假，2024年9月1日—2025年12月31日</del> <ins>产假，2024年9月1日—2025年6月30日</ins>", changes, StringComparison.Ordinal);
        Assert.Contains("免训不会跟着结束", changes, StringComparison.Ordinal);

        // Somebody ends one of them by hand before it is written.
        await app.WithDbAsync(async db =>
        {
            var leave = await db.Leaves.Known().SingleAsync(l => db.People.Any(p => p.Id == l.PersonId && p.StaffNumber == "LV02"));
            leave.Supersede(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        using var confirmed = await browser.ConfirmAsync(ending);
        await app.WorkAsync();
        Assert.Equal([(LeaveKind.MaternityLeave, new DateOnly(2024, 9, 1), new DateOnly(2025, 6, 30))], await LeavesAsync());
        Assert.Contains("另有1项在核对之后被他人改动", await browser.ReadAsync(ending), StringComparison.Ordinal);

        async Task<IEnumerable<(LeaveKind, DateOnly, DateOnly)>> LeavesAsync() =>
            (await app.WithDbAsync(db => db.Leaves.Known().Where(l => db.People.Any(p => p.Id == l.PersonId && p.StaffNumber!.StartsWith("LV0"))).OrderBy(l => l.From).ToListAsync())).Select(l => (l.Kind, l.From, l.Until));
    }

    [Fact]
    public async Task Lets_a_full_list_end_absent_people_only_when_their_number_is_typed()
    {
        using var browser = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        const string Unit = "望川县第一高级中学";
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["易水寒", "YL0021", "", "", "校长", ""], ["龚自远", "YL0022", "", "", "安全副校长", ""]), Unit, "Full");

        Assert.Contains("名册里没有的2人", await browser.ReadAsync(address), StringComparison.Ordinal);
        using (var refused = await browser.ConfirmAsync(address, absent: 3))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using var agreed = await browser.ConfirmAsync(address, absent: 2);
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        await app.WorkAsync();
        Assert.Equal(new DateOnly(2026, 10, 14), (await PostAsync("YL0027")).Post.Until);
        Assert.Equal(Time.Day.Open, (await PostAsync("YL0021")).Post.Until);
    }

    [Fact]
    public async Task Never_keeps_an_identity_number()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        const string Number = "11010519491231002X", Other = "440524188001010014";
        using var answer = await browser.UploadRosterAsync(TestWorkbook.Of(["姓名", "工号", "岗位", "编号", "备注"],
            ["黄一", "C001", "教师", Number, ""], ["黄二", "C002", "教师", Other, $"证号 {Number}"], ["黄三", "C003", "教师", "", "无"], ["黄四", "C004", $"教师{Other}", "", ""]),
            name: $"黄一{Number}.xlsx");
        await app.WorkAsync();

        var page = await browser.ReadAsync(answer.Headers.Location!.OriginalString);

        Assert.Contains("D 编号", page, StringComparison.Ordinal);
        Assert.Contains("单元格里有身份证号，没有保存", page, StringComparison.Ordinal);
        Assert.DoesNotContain("19491231002", page, StringComparison.Ordinal);
        var kept = await app.WithDbAsync(async db => string.Concat(
            string.Concat((await db.RosterImportParts.Select(p => p.Content).ToListAsync()).Select(Unpack)),
            string.Concat(await db.RosterImportRows.Select(r => r.Typed + r.Found + r.Detail + r.PersonName).ToListAsync()),
            string.Concat(await db.RosterImports.Select(i => i.FileName + i.DroppedColumns).ToListAsync())));
        Assert.Contains("黄一", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("44052418800101", kept, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(app.Data, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var content = await reader.ReadToEndAsync();
            Assert.DoesNotContain("11010519491231002X", content, StringComparison.Ordinal);
            Assert.DoesNotContain(Other, content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Asks_about_namesakes_and_obeys()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["贺清和", "", "13811110011", "", "安全员", ""]), "临溪区滨河路小学");
        var page = await browser.ReadAsync(address);
        Assert.Contains("同一单位有同名的人", page, StringComparison.Ordinal);
        var id = await app.WithDbAsync(db => db.RosterImportRows.Where(r => r.PersonName == "贺清和").Select(r => r.Sequence).SingleAsync());

        using var answer = await browser.PostAsync($"{address}/judgements", new Dictionary<string, string>(StringComparer.Ordinal) { ["Version"] = Roster.Version(page), [$"row-{id}"] = "other" });
        // A form of an earlier comparison speaks of other rows.
        await app.WorkAsync();
        using var stale = await browser.PostAsync($"{address}/judgements", new Dictionary<string, string>(StringComparer.Ordinal) { ["Version"] = $"{long.Parse(Roster.Version(page), System.Globalization.CultureInfo.InvariantCulture) - 1}", [$"row-{id}"] = "other" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await app.WorkAsync();
        Assert.Equal(1, Roster.Count(await browser.ReadAsync(address), "Added"));
    }

    [Fact]
    public async Task Asks_whether_namesakes_of_a_file_or_of_another_unit_are_one_person()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var bytes = TestWorkbook.Of(
            Heads, ["同名甲", "", "", Roster.School, "教师", "2025-09-01"], ["同 名 甲", "", "", "临溪区滨河路小学", "安全员", "2025-09-01"],
            ["同名乙", "", "", Roster.School, "教师", "2025-09-01"], ["同名乙", "", "", Roster.School, "教师", "2025-09-01"], ["骆怀安", "", "", "临溪区滨河路小学", "安全员", "2025-09-01"]);
        var address = await browser.PreviewAsync(app, bytes, "临溪区教育局");
        var page = await browser.ReadAsync(address);
        var number = address.Split('/')[^1];
        using var none = await browser.PostAsync($"{address}/judgements", []);
        var rows = await app.WithDbAsync(db => db.RosterImportRows.Where(r => r.Verdict == RowVerdict.NeedsConfirmation && db.RosterImports.Any(i => i.Id == r.ImportId && i.Number == number)).OrderBy(r => r.RowNumber).Select(r => new { r.Sequence, r.RowNumber, r.Reason }).ToListAsync());
        using var answer = await browser.PostAsync($"{address}/judgements", new Dictionary<string, string>(StringComparer.Ordinal) { ["Version"] = Roster.Version(page), [$"row-{rows[0].Sequence}"] = "Second", [$"row-{rows[^1].Sequence}"] = "Second", ["rest"] = "other" });
        await app.WorkAsync();
        var judged = await browser.ReadAsync(address);
        using var confirmed = await browser.ConfirmAsync(address);
        await app.WorkAsync();
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var again = await browser.ReadAsync(await browser.PreviewAsync(app, bytes, "临溪区教育局"));
        var posts = await app.WithDbAsync(db => db.Memberships.Known().Where(m => db.People.Any(p => p.Id == m.PersonId && (p.Name == "同名甲" || p.Name == "同名乙" || p.Name == "骆怀安")))
            .Select(m => new { db.People.Single(p => p.Id == m.PersonId).Name, m.PersonId, m.IsPrimary }).ToListAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Equal([(3, RowReason.SameNameInFile), (5, RowReason.SameNameInFile), (6, RowReason.SameNameElsewhere)], rows.Select(row => (row.RowNumber, row.Reason)));
        Assert.All(new[] { "文件中有同名的人", "同名的另一行：行号2（", "是两个人", "其他单位有同名的人", "是同一人，从原单位调来", "其余同名的都不是同一人" }, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal((5, 0), (Roster.Count(judged, "Added"), Roster.Count(judged, "Refused")));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(5, Roster.Count(again, "Unchanged"));
        Assert.Equal([(1, 2), (2, 2), (1, 2)], new[] { "同名甲", "同名乙", "骆怀安" }.Select(name => posts.Where(post => string.Equals(post.Name, name, StringComparison.Ordinal)).ToList()).Select(own => (own.Select(post => post.PersonId).Distinct().Count(), own.Count)));
        Assert.All(posts.Where(post => !string.Equals(post.Name, "同名乙", StringComparison.Ordinal)).GroupBy(post => post.PersonId), own => Assert.Single(own, post => post.IsPrimary));
    }

    [Fact]
    public async Task Asks_what_an_unknown_word_means_remembers_it_and_lets_it_be_changed()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var bytes = TestWorkbook.Of(
            ["姓名", "工号", "岗位", "用工形式"], ["词甲", "W1", "兼管安全员", "县管校聘在册"], ["词乙", "W2", "兼管安全员", "编制"], ["词丙", "W3", "校外辅导员", ""], ["词丁", "W4", "教师", "县管校聘在册"]);
        var address = await browser.PreviewAsync(app, bytes);
        var asked = await browser.ReadAsync(address);
        using var none = await browser.PostAsync($"{address}/words", new() { ["column-0"] = "Position", ["word-0"] = "兼管安全员", ["meaning-0"] = Guid.NewGuid().ToString("N") });
        var officer = await app.WithDbAsync(db => db.Positions.Where(p => p.Name == "专职安全员").Select(p => p.Id).SingleAsync());
        using var said = await browser.PostAsync($"{address}/words", new()
        {
            ["Version"] = Roster.Version(asked),
            ["column-0"] = "Position",
            ["word-0"] = "兼管安全员",
            ["meaning-0"] = officer.ToString("N"),
            ["column-1"] = "Position",
            ["word-1"] = "校外辅导员",
            ["meaning-1"] = "out",
            ["column-2"] = "Employment",
            ["word-2"] = "县管校聘在册",
            ["meaning-2"] = "Contract",
        });
        await app.WorkAsync();
        var told = await browser.ReadAsync(address);
        var next = await browser.ReadAsync(await browser.PreviewAsync(app, bytes));
        var list = await browser.ReadAsync("/people/imports/words?q=辅导");
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["Unit"] = WorldIds.CodeOf(SmallWorld.School32), ["Column"] = "Position", ["Word"] = "校外辅导员", ["Version"] = list.Split("name=\"Version\" value=\"")[1].Split('"')[0], ["Meaning"] = officer.ToString("N") };
        app.Clock.Move(TimeSpan.FromSeconds(1));
        using var strange = await neighbour.PostAsync("/people/imports/words/meaning", form);
        using var nonsense = await browser.PostAsync("/people/imports/words/meaning", new(form, StringComparer.Ordinal) { ["Meaning"] = "Contract" });
        using var changed = await browser.PostAsync("/people/imports/words/meaning", form);
        using var second = await browser.PostAsync("/people/imports/words/removal", form);
        var fresh = (await browser.ReadAsync("/people/imports/words?q=辅导")).Split("name=\"Version\" value=\"")[1].Split('"')[0];
        var anew = await browser.ReadAsync(await browser.PreviewAsync(app, bytes));
        using var removed = await browser.PostAsync("/people/imports/words/removal", new(form, StringComparer.Ordinal) { ["Version"] = fresh });
        var after = await browser.ReadAsync("/people/imports/words?q=辅导&page=-4");

        Assert.All(new[] { "岗位“兼管安全员”是哪个岗位（2行）", "岗位“校外辅导员”是哪个岗位（1行）", "用工形式“县管校聘在册”是哪一种（2行）", "/people/imports/words" }, text => Assert.Contains(text, asked, StringComparison.Ordinal));
        Assert.Matches("<option[^>]*value=\"Contract\"[^>]*selected|<option[^>]*selected[^>]*value=\"Contract\"", asked);
        Assert.Equal(4, Roster.Count(asked, "Refused"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (none.StatusCode, said.StatusCode));
        Assert.Equal((3, 1), (Roster.Count(told, "Added"), Roster.Count(told, "Refused")));
        Assert.Contains("已选择不导入", told, StringComparison.Ordinal);
        Assert.Equal((3, 1), (Roster.Count(next, "Added"), Roster.Count(next, "Refused")));
        Assert.Contains("校外辅导员", list, StringComparison.Ordinal);
        Assert.DoesNotContain("兼管安全员", list, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (strange.StatusCode, nonsense.StatusCode, changed.StatusCode, second.StatusCode));
        Assert.Equal(4, Roster.Count(anew, "Added"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.DoesNotContain("校外辅导员", after, StringComparison.Ordinal);
        Assert.DoesNotContain("兼管安全员", await neighbour.ReadAsync("/people/imports/words"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync("/people/imports/words")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/people/imports/words")).StatusCode);
    }

    [Fact]
    public async Task Resumes_where_a_killed_process_stopped()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        object?[][] rows = [Heads, .. Enumerable.Range(0, 600).Select(n => new object?[] { $"袁{(char)(0x4E00 + n)}", $"E{n:0000}", "", "", "教师", "" })];
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(rows), "云岭市第五高级中学");
        using var confirmed = await browser.ConfirmAsync(address);
        await app.WorkAsync(steps: 2);
        var half = await CountAsync("E");
        Assert.InRange(half, 1, 599);
        Assert.Contains("正在写入名册", await browser.ReadAsync(address), StringComparison.Ordinal);

        // Another process finds the work that a dead one left behind.
        app.Clock.Move(ImportWork.Lease + TimeSpan.FromSeconds(1));
        await using var second = app.WithWebHostBuilder(host => host.UseSetting("Imports:Pump", "true"));
        _ = second.Server;
        await UntilAsync(() => CountAsync("E"), 600);

        Assert.Equal(600, await app.WithDbAsync(db => db.Memberships.CountAsync(m => m.Reason != null && db.People.Any(p => p.Id == m.PersonId && p.StaffNumber!.StartsWith("E0")))));
    }

    [Fact]
    public async Task Does_not_overwrite_what_somebody_changed_after_the_preview()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["裴松年", "YL0025", "", "", "安全员", ""]), "云岭市第五高级中学");
        app.Clock.Move(TimeSpan.FromSeconds(5));
        await app.WithDbAsync(async db =>
        {
            var post = await db.Memberships.Known().SingleAsync(m => db.People.Any(p => p.Id == m.PersonId && p.StaffNumber == "YL0025"));
            post.Supersede(app.Clock.GetUtcNow().UtcDateTime);
            var id = Guid.CreateVersion7();
            db.Add(new Membership
            {
                Id = id,
                FactId = post.FactId,
                PersonId = post.PersonId,
                OrganizationId = post.OrganizationId,
                PositionId = post.PositionId,
                From = post.From,
                Until = new DateOnly(2027, 1, 1),
                IsPrimary = true,
                Employment = Employment.Contract,
                RecordedAt = app.Clock.GetUtcNow().UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });

        using var confirmed = await browser.ConfirmAsync(address);
        await app.WorkAsync();

        Assert.Contains("核对之后被他人改动", await browser.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 1, 1), (await PostAsync("YL0025")).Post.Until);
    }

    [Fact]
    public async Task Waits_for_leave_that_is_being_entered_by_hand_and_writes_none_over_it()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        object?[] heads = ["姓名", "工号", "岗位", "任职开始", "请假类型", "请假开始", "请假结束"];
        await browser.ImportAsync(app, TestWorkbook.Of(heads, ["候假人", "LW01", "教师", "2024-03-01", "", "", ""], ["续假人", "LW02", "教师", "2024-03-01", "病假", "2026-11-01", "2026-11-30"]));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(heads,
            ["候假人", "LW01", "教师", "2024-03-01", "病假", "2026-11-01", "2026-12-31"], ["续假人", "LW02", "教师", "2024-03-01", "病假", "2026-11-01", "2026-12-31"]));
        using var confirmed = await browser.ConfirmAsync(address);
        app.Clock.Move(TimeSpan.FromSeconds(1));

        var writing = Task.CompletedTask;
        await app.InsideAsync(services => services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            var (db, record) = (services.GetRequiredService<Db>(), services.GetRequiredService<RecordLeave>());
            foreach (var number in new[] { "LW01", "LW02" })
            {
                var post = await db.Memberships.Known().SingleAsync(m => db.People.Any(p => p.Id == m.PersonId && p.StaffNumber == number), cancel);
                // Whoever enters leave by hand locks the person first, whatever becomes of it.
                await record.RunAsync(post.PersonId, new LeaveInput { Kind = LeaveKind.MaternityLeave }, cancel);
                var id = Guid.CreateVersion7();
                db.Add(new Leave
                {
                    Id = id,
                    FactId = id,
                    PersonId = post.PersonId,
                    OrganizationId = post.OrganizationId,
                    Kind = LeaveKind.MaternityLeave,
                    From = new DateOnly(2026, 12, 1),
                    Until = new DateOnly(2026, 12, 10),
                    RecordedAt = app.Clock.GetUtcNow().UtcDateTime,
                });
            }

            await db.SaveChangesAsync(cancel);
            writing = Task.Run(() => app.WorkAsync(), cancel);
            await Task.WhenAny(writing, Task.Delay(TimeSpan.FromSeconds(1), cancel));
            Assert.False(writing.IsCompleted);
        }, default));
        await writing;

        Assert.Contains("另有2项在核对之后被他人改动", await browser.ReadAsync(address), StringComparison.Ordinal);
        var leaves = await app.WithDbAsync(db => db.Leaves.Known().Where(l => db.People.Any(p => p.Id == l.PersonId && p.StaffNumber!.StartsWith("LW0"))).OrderBy(l => l.From).Select(l => l.Until).ToListAsync());
        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 10), new DateOnly(2026, 12, 10)], leaves);
    }

    [Fact]
    public async Task Shows_of_somebody_out_of_reach_nothing_and_moves_only_when_the_other_unit_agrees()
    {
        using var asking = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var address = await asking.PreviewAsync(app, TestWorkbook.Of(Heads, ["尹书遥", "YL0010", "13777777777", Roster.School, "安全员", "2026-11-01"]));
        var page = await asking.ReadAsync(address);
        Assert.Contains("已在其他单位登记", page, StringComparison.Ordinal);
        Assert.DoesNotContain("滨河路", page, StringComparison.Ordinal);

        using (var asked = await asking.PostAsync($"{address}/rows/1/transfer", new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "Transfer" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        }

        var list = await asking.ReadAsync("/people/transfers");
        Assert.Contains("待确认", list, StringComparison.Ordinal);
        Assert.DoesNotContain("滨河路", list, StringComparison.Ordinal);
        var code = await app.WithDbAsync(db => db.TransferRequests.Select(r => r.Code).SingleAsync());
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        foreach (var browser in new[] { asking, stranger })
        {
            using var forbidden = await browser.PostAsync($"/people/transfers/{code}/confirmation", new Dictionary<string, string>(StringComparer.Ordinal));
            Assert.Equal(HttpStatusCode.NotFound, forbidden.StatusCode);
        }

        using var bureau = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Assert.Contains("滨河路", await bureau.ReadAsync("/people/transfers"), StringComparison.Ordinal);
        using var confirmed = await bureau.PostAsync($"/people/transfers/{code}/confirmation", new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        using var twice = await bureau.PostAsync($"/people/transfers/{code}/refusal", new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        var posts = await app.WithDbAsync(db => db.Memberships.Known().Where(m => db.People.Any(p => p.Id == m.PersonId && p.StaffNumber == "YL0010")).OrderBy(m => m.From).ToListAsync());
        Assert.Equal([new DateOnly(2026, 10, 31), Time.Day.Open], posts.Select(m => m.Until));
        Assert.Equal([true, true], posts.Select(m => m.IsPrimary));
    }

    [Fact]
    public async Task Is_not_found_out_of_reach_and_not_open_to_everybody()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var address = await officer.PreviewAsync(app, TestWorkbook.Of(Heads, ["康宁", "YL0027", "", "", "宿管", ""]), "望川县第一高级中学");
        using var neighbour = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();

        foreach (var path in new[] { address, $"{address}/progress", $"{address}/refused.csv", $"{address}/refused.xlsx", $"{address}/rows.csv?tab=Unchanged", "/people/imports/NOSUCHNO" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(path)).StatusCode);
        }

        foreach (var step in new[] { "application", "abandonment", "judgements", "unit-names", "words", "stoppage", "continuation", "rows/1/transfer" })
        {
            using var answer = await neighbour.PostAsync($"{address}/{step}", new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "Transfer", ["row-1"] = "same" });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("望川县", await neighbour.ReadAsync("/people/imports"), StringComparison.Ordinal);
        foreach (var path in new[] { "/people/transfers", "/people/transfers.csv", "/people/imports.csv" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync(path)).StatusCode);
            Assert.StartsWith("/account/session", (await visitor.GetAsync(path)).Headers.Location?.PathAndQuery);
        }

        foreach (var decision in new[] { "confirmation", "refusal" })
        {
            using var unknown = await officer.PostAsync($"/people/transfers/NOSUCHCODE/{decision}", new Dictionary<string, string>(StringComparer.Ordinal));
            using var signedOut = await visitor.PostAsync($"/people/transfers/NOSUCHCODE/{decision}", new Dictionary<string, string>(StringComparer.Ordinal));
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{address}/rows.csv?tab=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Lists_of_imports_and_transfers_sort_filter_and_export()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var address = await officer.PreviewAsync(app, TestWorkbook.Of(Heads, ["康宁", "YL0027", "", "", "宿管", ""], ["祁小川", "YL9901", "", "", "教师", "2026-09-01"]), "望川县第一高级中学");

        var listed = await officer.ReadAsync("/people/imports?state=Preview&sort=Rows.down");
        var none = await officer.ReadAsync("/people/imports?state=Abandoned&page=7");
        var file = await officer.ReadAsync("/people/imports.csv?state=Preview");
        var tab = await officer.ReadAsync($"{address}/rows.csv?tab=Added");
        var transfers = await officer.ReadAsync("/people/transfers?sort=Name.down&q=%25_%27&openOnly=perhaps");
        var transferFile = await officer.ReadAsync("/people/transfers.csv?openOnly=true");

        Assert.Contains("aria-sort=\"descending\"", listed, StringComparison.Ordinal);
        Assert.Contains(address, listed, StringComparison.Ordinal);
        Assert.Contains("没有这个状态的导入", none, StringComparison.Ordinal);
        Assert.Contains("名册.xlsx,望川县第一高级中学,2026-10-15,2,", file, StringComparison.Ordinal);
        Assert.Contains("祁小川,望川县第一高级中学,教师,2026-09-01", tab, StringComparison.Ordinal);
        Assert.DoesNotContain("康宁", tab, StringComparison.Ordinal);
        Assert.Contains("调动", transfers, StringComparison.Ordinal);
        Assert.StartsWith("姓名,", transferFile.TrimStart((char)0xFEFF), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_a_preview_are_sorted_by_their_heads_and_exported_in_that_order()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var address = await officer.PreviewAsync(
            app,
            TestWorkbook.Of(Heads,
                ["乙一", "YL9911", "", "", "教师", "2026-09-03"], ["丙二", "YL9912", "", "", "宿管", "2026-09-01"], ["丁三", "YL9913", "", "", "教师", "2026-09-02"],
                ["", "YL9914", "", "", "教师", ""], ["戊四", "YL9915", "", "", "没有的岗位", ""]),
            "望川县第一高级中学");

        var page = await officer.ReadAsync($"{address}?tab=Added&sort=From.down");
        var byPosition = await officer.ReadAsync($"{address}/rows.csv?tab=Added&sort=Position");
        var refused = await officer.ReadAsync($"{address}?tab=Refused&sort=Reason.down");

        Assert.Contains("aria-sort=\"descending\"", page, StringComparison.Ordinal);
        Assert.Contains($"{address}/rows.csv?tab=Added&sort=From.down", page, StringComparison.Ordinal);
        Assert.Contains($"{address}?tab=Added&sort=From#rows", page, StringComparison.Ordinal);
        Assert.Equal(["乙一", "丁三", "丙二"], Names(page));
        Assert.Equal(["丙二", "乙一", "丁三"], Names(byPosition));
        Assert.Equal(["丁三", "丙二", "乙一"], Names(await officer.ReadAsync($"{address}?tab=Added&sort=Row.down")));
        Assert.Contains("aria-sort=\"descending\"", refused, StringComparison.Ordinal);
        foreach (var sort in Enum.GetNames<ImportRowSort>())
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{address}?tab=Refused&sort={sort}.down")).StatusCode);
            Assert.Equal(3, Names(await officer.ReadAsync($"{address}/rows.csv?tab=Added&sort={sort}")).Count);
        }

        Assert.Equal(["乙一", "丙二", "丁三"], Names(await officer.ReadAsync($"{address}?tab=Added&sort=%27nonsense")));

        static IReadOnlyList<string> Names(string text) =>
            [.. new[] { "乙一", "丙二", "丁三" }.Where(name => text.Contains(name, StringComparison.Ordinal)).OrderBy(name => text.IndexOf(name, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Deletes_the_rows_of_an_import_that_is_given_up()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var address = await browser.PreviewAsync(app, TestWorkbook.Of(Heads, ["放弃人", "G001", "", "", "教师", ""]));

        using var answer = await browser.PostAsync($"{address}/abandonment", new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(await app.WithDbAsync(db => db.RosterImportRows.AnyAsync(r => r.PersonName == "放弃人")));
        Assert.Contains("名册内容已删除", await browser.ReadAsync(address), StringComparison.Ordinal);
    }

    private Task<(string Name, Membership Post)> PostAsync(string number) => app.WithDbAsync(async db =>
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.StaffNumber == number);
        var post = await db.Memberships.Known().AsNoTracking().Where(m => m.PersonId == person.Id).OrderByDescending(m => m.From).FirstAsync();
        return (person.Name, post);
    });

    private static string Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private Task<int> CountAsync(string start) => app.WithDbAsync(db => db.People.CountAsync(p => p.StaffNumber!.StartsWith(start + "0")));

    // The one test in which another process works by itself.
    private static async Task UntilAsync(Func<Task<int>> count, int expected)
    {
        for (var tries = 0; tries < 600 && await count() < expected; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(expected, await count());
    }
}

public sealed class RosterImportOnSqlite(SqliteApp app) : RosterImportTests(app), IClassFixture<SqliteApp>;

public sealed class RosterImportOnPostgres(PostgresApp app) : RosterImportTests(app), IClassFixture<PostgresApp>;

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Sessions.Plans;

namespace TrainingHub.WebTests.Sessions;

/// <summary>Plans of batches: proposed, adjusted, left and returned to, applied once.</summary>
public abstract partial class BatchPlanTests(WebApp app)
{
    [Fact]
    public async Task Is_proposed_adjusted_printed_exported_and_applied_once()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        var plan = await PlanAsync(keeper, "秋季分期");
        var session = await keeper.PlanAsync(new() { ["Title"] = "已有的培训", ["Seats"] = "4", ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(3)) });

        using var joined = await StepAsync(keeper, plan, "sessions", new() { ["sessions"] = session });
        using var added = await StepAsync(keeper, plan, "batches", Batch(keeper, 5));
        var proposed = await keeper.ReadAsync(plan);
        var principalAt = BatchOf(proposed, "沈知南");
        var responsible = IdOf(proposed, "骆怀安");
        using var kept = await StepAsync(keeper, plan, "wishes", new() { ["People"] = responsible, ["Number"] = $"{BatchOf(proposed, "骆怀安")}", ["Wish"] = "KeepOut" });
        var moved = await keeper.ReadAsync(plan);
        using var pinned = await StepAsync(keeper, plan, "wishes", new() { ["People"] = responsible, ["Number"] = "2", ["Wish"] = "Pin" });
        var sheet = await keeper.ReadAsync(plan + "/sheet");
        using var workbook = await keeper.GetAsync(plan + ".xlsx?batch=1&sort=Name.down");
        var index = await keeper.ReadAsync("/sessions/plans");
        var seen = await keeper.ReadAsync(plan);
        var form = ApplyForm(seen);
        // A double click: both at once.
        var clicks = await Task.WhenAll(keeper.PostAsync(plan + "/application", form), keeper.PostAsync(plan + "/application", form));
        using var other = await colleague.PostAsync(plan + "/application", form);
        var after = await keeper.ReadAsync(plan);
        var home = await principal.ReadAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(1, principalAt);
        Assert.Contains("最早的一批", proposed, StringComparison.Ordinal);
        // The second of two people of one school goes to the other batch, and is told why.
        Assert.Contains("错开安排", proposed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.NotEqual(BatchOf(proposed, "骆怀安"), BatchOf(moved, "骆怀安"));
        Assert.Equal(HttpStatusCode.Redirect, pinned.StatusCode);
        Assert.Contains("第1批", sheet, StringComparison.Ordinal);
        Assert.Contains("沈知南", sheet, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType?.MediaType);
        Assert.Contains("秋季分期", index, StringComparison.Ordinal);
        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.Redirect, click.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("没有重复通知", await TextAsync(other), StringComparison.Ordinal);
        Assert.Contains("应用了方案", after, StringComparison.Ordinal);
        Assert.Contains("已在名单中，保持不变", after, StringComparison.Ordinal);
        Assert.DoesNotContain("/application", after, StringComparison.Ordinal);
        Assert.Contains($"/sessions/{session}", home, StringComparison.Ordinal);
        var planId = Guid.Parse(plan.Split('/')[^1]);
        var sessions = await app.WithDbAsync(db => db.PlannedBatches.Where(batch => batch.PlanId == planId).OrderBy(batch => batch.Number).Select(batch => batch.SessionId).ToListAsync());
        Assert.Equal(2, sessions.OfType<Guid>().Count());
        var people = await app.WithDbAsync(db => db.Participants.Where(one => sessions.Contains(one.SessionId)).Select(one => one.PersonId).ToListAsync());
        Assert.Equal(people.Distinct().Count(), people.Count);
        Assert.Equal(sessions[1], await app.WithDbAsync(db => db.Participants.Where(one => one.PersonId == WorldIds.Of("person", SmallWorld.Responsible) && sessions.Contains(one.SessionId)).Select(one => (Guid?)one.SessionId).SingleAsync()));
        var made = await app.WithDbAsync(db => db.TrainingSessions.AsNoTracking().SingleAsync(one => one.Id == sessions[1]));
        Assert.Equal(("已有的培训", "新礼堂", 2), (made.Title, made.Place, made.Batch));
    }

    [Fact]
    public async Task A_pin_that_breaks_a_rule_is_told_and_a_plan_is_changed_by_one_at_a_time()
    {
        using var keeper = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var plan = await PlanAsync(keeper, "望川县分期", "");
        using var added = await StepAsync(keeper, plan, "batches", Batch(keeper, 5, seats: "1", times: "2"));
        var proposed = await keeper.ReadAsync(plan);
        var people = PeopleOf(proposed);
        var id = IdOf(proposed, people[0]);
        var second = IdOf(proposed, people[1]);

        using var first = await StepAsync(keeper, plan, "wishes", new() { ["People"] = id, ["Number"] = "1", ["Wish"] = "Pin" });
        using var over = await StepAsync(keeper, plan, "wishes", new() { ["People"] = second, ["Number"] = "1", ["Wish"] = "Pin" });
        var faulty = await keeper.ReadAsync(plan + "?batch=0&q=%25&sort=Unit.down");
        var told = await keeper.ReadAsync(plan);
        using var released = await StepAsync(keeper, plan, "wishes", new() { ["People"] = second, ["Wish"] = "Release" });
        var mended = await keeper.ReadAsync(plan);
        using var removed = await StepAsync(keeper, plan, "batches/2/removal", []);
        using var terms = await StepAsync(keeper, plan, "details", new() { ["Title"] = "改名的方案", ["Share"] = "30", ["Posts"] = "Principal" });
        var less = await keeper.ReadAsync(plan);
        using var stale = await keeper.PostAsync(plan + "/details", new() { ["Title"] = "后来者", ["Share"] = "30", ["Version"] = "1" });
        using var gone = await StepAsync(keeper, plan, "removal", []);
        using var nothing = await keeper.GetAsync(plan);

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        Assert.Contains("不能执行", told, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的人员", faulty, StringComparison.Ordinal);
        Assert.DoesNotContain("不能执行", mended, StringComparison.Ordinal);
        Assert.Contains("由管理人员固定", mended, StringComparison.Ordinal);
        Assert.Contains("改名的方案", less, StringComparison.Ordinal);
        Assert.DoesNotContain("第2批", less, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("后来者", await TextAsync(stale), StringComparison.Ordinal);
        Assert.Equal("/sessions/plans", gone.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.All([first, removed, terms, released], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
    }

    [Fact]
    public async Task Whom_an_earlier_plan_proposes_is_shown_and_not_placed_twice_unless_asked()
    {
        using var keeper = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var first = await PlanAsync(keeper, "先建的方案", "");
        using var one = await StepAsync(keeper, first, "batches", Batch(keeper, 5, seats: "1"));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var second = await PlanAsync(keeper, "后建的方案", "");
        using var two = await StepAsync(keeper, second, "batches", Batch(keeper, 8));

        var drafted = PeopleOf(await keeper.ReadAsync(first + "?batch=1"));
        var left = await keeper.ReadAsync(second + "?batch=0");
        var placed = PeopleOf(await keeper.ReadAsync(second + "?batch=1"));
        using var asked = await StepAsync(keeper, second, "details", new() { ["Title"] = "后建的方案", ["Share"] = "100", ["IncludesOthers"] = "true" });
        var all = await keeper.ReadAsync(second + "?batch=1");
        using var narrowed = await StepAsync(keeper, second, "details", new() { ["Title"] = "后建的方案", ["Share"] = "100" });
        app.Clock.Move(TimeSpan.FromSeconds(1));
        // Of three the second passes over whom the first proposes, and the third over whom the second proposes then.
        var third = await PlanAsync(keeper, "最后建的方案", "");
        using var three = await StepAsync(keeper, third, "batches", Batch(keeper, 11));
        List<string> twice = [.. PeopleOf(await keeper.ReadAsync(first + "?batch=1")), .. PeopleOf(await keeper.ReadAsync(second + "?batch=1")), .. PeopleOf(await keeper.ReadAsync(third + "?batch=1"))];
        var earlier = PeopleOf(await keeper.ReadAsync(first + "?batch=1"));

        var name = Assert.Single(drafted);
        Assert.Contains(name, PeopleOf(left));
        Assert.Contains("在方案“先建的方案”的草稿中", left, StringComparison.Ordinal);
        Assert.NotEmpty(placed);
        Assert.DoesNotContain(name, placed);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains(name, PeopleOf(all));
        Assert.Contains("在方案“先建的方案”的草稿中", all, StringComparison.Ordinal);
        Assert.Equal(drafted, earlier);
        Assert.Equal(twice.Count, twice.Distinct(StringComparer.Ordinal).Count());
        await DiscardAsync(keeper, third);
        await DiscardAsync(keeper, second);
        await DiscardAsync(keeper, first);
    }

    [Fact]
    public async Task A_large_one_is_computed_in_the_background_once_and_kept_until_it_is_another_one()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        var plan = await PlanAsync(keeper, "大规模分期");
        using var added = await StepAsync(keeper, plan, "batches", Batch(keeper, 5));
        var small = await keeper.ReadAsync(plan);
        using var nothing = await keeper.PostAsync(plan + "/proposal", []);
        // As if it had more people than are placed while somebody waits.
        var planId = Guid.Parse(plan.Split('/')[^1]);
        await app.WithDbAsync(db =>
        {
            var asked = new KeptProposal { PlanId = planId, PersonId = WorldIds.Of("person", SmallWorld.LinxiOfficer) };
            asked.Ask(app.Clock.GetUtcNow().UtcDateTime);
            db.Add(asked);
            return db.SaveChangesAsync();
        });

        var waiting = await keeper.ReadAsync(plan);
        using var sheet = await keeper.GetAsync(plan + "/sheet");
        // Of two processes one does it; SQLite has one.
        var workers = await Task.WhenAll(ComputeAsync("one"), ComputeAsync("two"));
        var kept = await keeper.ReadAsync(plan);
        using var moved = await StepAsync(keeper, plan, "details", new() { ["Title"] = "大规模分期", ["Share"] = "100", ["IncludesOthers"] = "true" });
        var anew = await keeper.ReadAsync(plan);
        Assert.True(await ComputeAsync("one"));
        var after = await keeper.ReadAsync(plan);
        using var again = await keeper.PostAsync(plan + "/proposal", []);
        Assert.True(await ComputeAsync("two"));
        var form = ApplyForm(await keeper.ReadAsync(plan));
        app.Clock.Move(TimeSpan.FromMinutes(61));
        // What was computed that long ago is looked at once more before anybody is called.
        using var late = await keeper.PostAsync(plan + "/application", form);
        var waitsAgain = await keeper.ReadAsync(plan);
        Assert.True(await ComputeAsync("one"));
        var content = await app.WithDbAsync(db => db.KeptProposals.Where(one => one.PlanId == planId).Select(one => one.Content).SingleAsync());
        var applying = ApplyForm(await keeper.ReadAsync(plan));
        var before = await app.WithDbAsync(db => db.BatchPlans.Where(one => one.Id == planId).Select(one => one.AppliedAt).SingleAsync());
        // Thousands are called in the background; the page tells how far it is, and a second click begins nothing anew.
        using var applied = await keeper.PostAsync(plan + "/application", applying);
        using var twice = await keeper.PostAsync(plan + "/application", applying);
        using var notNow = await keeper.PostAsync(plan + "/proposal", []);
        var calling = await keeper.ReadAsync(plan);
        var uncalled = await CalledAsync();
        Assert.True(await ComputeAsync("one"));
        Assert.False(await ComputeAsync("one"));
        var called = await CalledAsync();
        var done = await keeper.ReadAsync(plan);
        Assert.True(await ComputeAsync("one"));
        await app.WithDbAsync(db => db.TrainingSessions.Where(one => db.PlannedBatches.Any(batch => batch.PlanId == planId && batch.SessionId == one.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Standing, SessionStanding.Cancelled)));

        Assert.DoesNotContain("正在编排", small, StringComparison.Ordinal);
        Assert.Contains("正在编排“大规模分期”", waiting, StringComparison.Ordinal);
        Assert.Equal(plan, sheet.Headers.Location?.OriginalString);
        Assert.True(await app.WithDbAsync(db => Task.FromResult(db.IsPostgres)) ? workers.Count(worker => worker) is 1 : workers.Contains(true));
        Assert.NotEmpty(PeopleOf(small));
        Assert.Equal(PeopleOf(small), PeopleOf(kept));
        Assert.Contains("正在编排", anew, StringComparison.Ordinal);
        Assert.NotEmpty(PeopleOf(after));
        Assert.Contains($"action=\"{plan}/proposal\"", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Contains("正在编排", waitsAgain, StringComparison.Ordinal);
        Assert.Null(before);
        Assert.All([applied, twice, notNow], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Contains("正在按“大规模分期”发出通知", calling, StringComparison.Ordinal);
        Assert.Empty(uncalled);
        Assert.NotEmpty(called);
        Assert.Equal(await app.WithDbAsync(db => db.BatchPlans.Where(one => one.Id == planId).Select(one => one.AppliedPeople).SingleAsync()), called.Count);
        Assert.Equal(called.Count, called.Distinct().Count());
        Assert.Contains("正在编排", done, StringComparison.Ordinal);
        // Names stand in one table alone.
        using var unpacked = new StreamReader(new System.IO.Compression.BrotliStream(new MemoryStream(content), System.IO.Compression.CompressionMode.Decompress));
        Assert.DoesNotContain(PeopleOf(small)[0], await unpacked.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync(plan + "/proposal", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.PostAsync($"/sessions/plans/{Guid.NewGuid()}/proposal", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(plan + "/proposal", [])).StatusCode);

        // What nobody uses any more is not kept: it says who was proposed.
        Assert.True(await app.WithDbAsync(db => db.KeptProposals.AnyAsync(one => one.PlanId == planId)));
        app.Clock.Move(TimeSpan.FromDays(KeptProposal.DaysKept) + TimeSpan.FromMinutes(1));
        await app.InsideAsync(services => services.GetRequiredService<ComputeProposal>().ForgetAsync(default));
        Assert.False(await app.WithDbAsync(db => db.KeptProposals.AnyAsync(one => one.PlanId == planId)));
        using var later = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await DiscardAsync(later, plan);

        Task<bool> ComputeAsync(string owner) => app.InsideAsync(async services =>
        {
            var work = services.GetRequiredService<ComputeProposal>();
            if (await work.TakeAsync(owner, default) is not { } taken)
            {
                return false;
            }

            await (taken.IsCalling ? services.GetRequiredService<CallProposed>().RunAsync(taken, owner, default) : work.RunAsync(taken, default));
            return true;
        });

        Task<List<Guid?>> CalledAsync() => app.WithDbAsync(db => db.Participants
            .Where(one => db.PlannedBatches.Any(batch => batch.PlanId == planId && batch.SessionId == one.SessionId)).Select(one => one.PersonId).ToListAsync());
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_not_applied()
    {
        using var keeper = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var plan = await PlanAsync(keeper, "看过以后有变化", "");
        using var added = await StepAsync(keeper, plan, "batches", Batch(keeper, 6));
        var form = ApplyForm(await keeper.ReadAsync(plan));

        // Somebody is called meanwhile to a session of another programme that asks for the same: they would be away twice.
        using var twin = await keeper.PostAsync("/programmes", new()
        {
            ["Name"] = "同样要求的项目",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Wangchuan),
            ["Quiz"] = "rotation-2024",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "安全轮训证明",
            ["Hours[0].Domain"] = "None",
        });
        Assert.Equal(HttpStatusCode.Redirect, twin.StatusCode);
        var elsewhere = await keeper.PlanAsync(new() { ["Title"] = "另一场", ["Programme"] = twin.Headers.Location!.OriginalString.Split('/')[2], ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(4)) }, SmallWorld.Wangchuan);
        await keeper.CallAsync(elsewhere, "principal-songping-1");
        using var late = await keeper.PostAsync(plan + "/application", form);
        var left = await keeper.ReadAsync(plan + "?batch=0");

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("这次没有执行", await TextAsync(late), StringComparison.Ordinal);
        Assert.Contains("池映雪", left, StringComparison.Ordinal);
        Assert.Contains("已在另一批或另一场培训的名单中", left, StringComparison.Ordinal);
        await DiscardAsync(keeper, plan);
    }

    [Fact]
    public async Task A_session_of_others_in_a_plan_shows_no_names_and_takes_nobody()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var plan = await PlanAsync(city, "市里参与的方案", SmallWorld.Wangchuan);
        var session = await city.PlanAsync(new() { ["Title"] = "市局的一场", ["HalfDays[0].Day"] = SessionSteps.Day(city.Today.AddDays(3)) }, SmallWorld.City);
        await city.CallAsync(session, "responsible-east", "vice-songping");
        using var joined = await StepAsync(city, plan, "sessions", new() { ["sessions"] = session });

        var above = await city.ReadAsync(plan);
        var below = await county.ReadAsync(plan);
        var sheet = await county.ReadAsync(plan + "/sheet");
        using var applied = await county.PostAsync(plan + "/application", ApplyForm(above));

        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Contains("苏见微", above, StringComparison.Ordinal);
        Assert.Contains("/application", above, StringComparison.Ordinal);
        Assert.Contains("不在本人管理范围内", below, StringComparison.Ordinal);
        Assert.Contains("第1批", sheet, StringComparison.Ordinal);
        Assert.All([below, sheet], page =>
        {
            Assert.DoesNotContain("苏见微", page, StringComparison.Ordinal);
            Assert.DoesNotContain(session, page, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("/application", below, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, applied.StatusCode);
        var id = await app.SessionIdAsync(session);
        Assert.Equal(2, await app.WithDbAsync(db => db.Participants.CountAsync(one => one.SessionId == id)));
        await DiscardAsync(city, plan);
    }

    [Theory]
    [InlineData("Day", "", "填写日期")]
    [InlineData("Day", "2020-01-01", "日期要晚于今天")]
    [InlineData("Day", "2031-01-01", "不能晚于统计截止日")]
    [InlineData("Place", "", "填写地点")]
    [InlineData("Seats", "0", "座位数填1到3000")]
    [InlineData("Times", "31", "批数填1到30")]
    [InlineData("Morning", "false", "至少选择上午或下午")]
    public async Task Bad_batches_are_named_and_none_is_added(string field, string value, string message)
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var plan = await PlanAsync(keeper, "填错的方案");
        var fields = Batch(keeper, 5);
        fields[field] = value;

        using var answer = await StepAsync(keeper, plan, "batches", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, await TextAsync(answer), StringComparison.Ordinal);
        Assert.Contains("还没有批次", await keeper.ReadAsync(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_find_nothing_and_bad_input_is_refused()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var plan = await PlanAsync(keeper, "别人看不到");
        string[] steps = ["/details", "/sessions", "/batches", "/batches/1/removal", "/wishes", "/application", "/removal"];

        foreach (var page in new[] { "", "/sheet", ".xlsx" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(plan + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(plan + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/sessions/plans/{Guid.NewGuid()}{page}")).StatusCode);
            Assert.StartsWith("/account/session", (await visitor.GetAsync(plan + page)).Headers.Location?.PathAndQuery);
        }

        foreach (var step in steps)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync(plan + step, [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync(plan + step, [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await keeper.PostAsync($"/sessions/plans/{Guid.NewGuid()}{step}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(plan + step, [])).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/sessions/plans")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/sessions/plans/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.PostAsync("/sessions/plans", [])).StatusCode);
        Assert.DoesNotContain("别人看不到", await neighbour.ReadAsync("/sessions/plans?page=-3"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(keeper, plan, "sessions", new() { ["sessions"] = "NOSUCH22" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(keeper, plan, "wishes", new() { ["People"] = Guid.NewGuid().ToString(), ["Number"] = "1", ["Wish"] = "Pin" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(keeper, plan, "details", new() { ["Title"] = "", ["Share"] = "0" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await StepAsync(keeper, plan, "application", [])).StatusCode);
        using var noTarget = await keeper.PostAsync("/sessions/plans", new() { ["Target"] = "no-such", ["Title"] = "方案", ["Share"] = "50" });
        using var foreign = await keeper.PostAsync("/sessions/plans", new() { ["Target"] = await TargetAsync(), ["Organization"] = WorldIds.CodeOf(SmallWorld.Wangchuan), ["Title"] = "方案", ["Share"] = "50" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noTarget.StatusCode);
        Assert.Contains("从列表中选择目标", await TextAsync(noTarget), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Contains("本人管理范围内单位", await TextAsync(foreign), StringComparison.Ordinal);
        Assert.Contains("/sessions/plans", await keeper.ReadAsync("/sessions"), StringComparison.Ordinal);
        Assert.Contains($"/sessions/plans/new?target={await TargetAsync()}", await keeper.ReadAsync($"/coverage/{await TargetAsync()}"), StringComparison.Ordinal);
        Assert.Contains("/sessions/plans/new?target=", await keeper.ReadAsync("/programmes/safety-rotation"), StringComparison.Ordinal);
        Assert.DoesNotContain("/sessions/plans/new", await (await learner.GetAsync("/programmes/safety-rotation")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PlanAsync(TestBrowser keeper, string title, string unit = SmallWorld.Linxi)
    {
        using var answer = await keeper.PostAsync("/sessions/plans", new()
        {
            ["Target"] = await TargetAsync(),
            ["Organization"] = unit.Length > 0 ? WorldIds.CodeOf(unit) : "",
            ["Title"] = title,
            ["Share"] = "50",
        });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    // Whom a plan proposes that is not applied gets no place in later ones.
    private static async Task DiscardAsync(TestBrowser keeper, string plan)
    {
        using var gone = await StepAsync(keeper, plan, "removal", []);
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    private Task<string> TargetAsync() => app.WithDbAsync(db => db.CoverageTargets.Where(one => one.Year == 2026).OrderBy(one => one.Slug).Select(one => one.Slug).FirstAsync());

    private static Dictionary<string, string> Batch(TestBrowser keeper, int days, string seats = "20", string times = "1") => new(StringComparer.Ordinal)
    {
        ["Day"] = SessionSteps.Day(keeper.Today.AddDays(days)),
        ["Morning"] = "true",
        ["Place"] = "新礼堂",
        ["Seats"] = seats,
        ["Times"] = times,
        ["Every"] = "2",
    };

    private static async Task<HttpResponseMessage> StepAsync(TestBrowser keeper, string plan, string step, Dictionary<string, string> fields)
    {
        fields["Version"] = VersionField().Match(await keeper.ReadAsync(plan)).Groups[1].Value;
        return await keeper.PostAsync($"{plan}/{step}", fields);
    }

    private static Dictionary<string, string> ApplyForm(string page) => new(StringComparer.Ordinal)
    {
        ["version"] = VersionField().Match(page).Groups[1].Value,
        ["mark"] = MarkField().Match(page).Groups[1].Value,
    };

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static string IdOf(string page, string name) => People().Matches(page).Single(row => string.Equals(row.Groups[2].Value, name, StringComparison.Ordinal)).Groups[1].Value;

    private static List<string> PeopleOf(string page) => [.. People().Matches(page).Select(row => row.Groups[2].Value)];

    /// <summary>Number of the batch in which the page shows somebody.</summary>
    private static int BatchOf(string page, string name) =>
        int.Parse(Regex.Match(page[page.IndexOf($"visually-hidden\">{name}<", StringComparison.Ordinal)..], "第(\\d+)批").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"[Vv]ersion\" value=\"(\\d+)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("name=\"mark\" value=\"([^\"]*)\"")]
    private static partial Regex MarkField();

    [GeneratedRegex("name=\"People\" value=\"([^\"]+)\"><span class=\"visually-hidden\">([^<]+)<")]
    private static partial Regex People();
}

public sealed class BatchPlanOnSqlite(SqliteApp app) : BatchPlanTests(app), IClassFixture<SqliteApp>;

public sealed class BatchPlanOnPostgres(PostgresApp app) : BatchPlanTests(app), IClassFixture<PostgresApp>;

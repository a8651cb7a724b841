using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;
using TrainingHub.Sessions;

namespace TrainingHub.WebTests.Sessions;

/// <summary>Planning a session, calling people to it, and what they say.</summary>
public abstract class PlanTests(WebApp app)
{
    [Fact]
    public async Task Is_planned_listed_exported_changed_and_repeated()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var later = keeper.Today.AddDays(20);
        var code = await keeper.PlanAsync(new()
        {
            ["Title"] = "两天的案例培训",
            ["Kind"] = "Case",
            ["HalfDays[0].Day"] = SessionSteps.Day(later),
            ["HalfDays[1].Day"] = SessionSteps.Day(later),
            ["HalfDays[1].Half"] = "Morning",
            ["HalfDays[1].Begins"] = "08:30",
            ["HalfDays[1].Ends"] = "11:30",
        });

        var list = await keeper.ReadAsync("/sessions?q=两天&kind=Case&standing=Planned&sort=Title.down");
        var csv = await keeper.ReadAsync("/sessions.csv?q=两天");
        using var moved = await keeper.PostAsync($"/sessions/{code}/details", keeper.Fields(others: new() { ["Version"] = "1", ["Title"] = "改名的培训", ["Place"] = "实验小学礼堂", ["HalfDays[0].Day"] = SessionSteps.Day(later) }));
        using var stale = await keeper.PostAsync($"/sessions/{code}/details", keeper.Fields(others: new() { ["Version"] = "1", ["Title"] = "后来者" }));
        using var repeated = await keeper.PostAsync($"/sessions/{code}/batches", []);
        var page = await keeper.ReadAsync($"/sessions/{code}");
        var halves = await app.WithDbAsync(db => db.SessionHalfDays.AsNoTracking().Where(half => db.TrainingSessions.Any(one => one.Id == half.SessionId && one.Code == code)).ToListAsync());

        Assert.Contains($"/sessions/{code}", list, StringComparison.Ordinal);
        Assert.Contains("两天的案例培训,1,案例分析,临溪区教育局", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("后来者", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("改过时间或地点", page, StringComparison.Ordinal);
        Assert.Single(halves);
        Assert.Contains("第2期", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{SessionSteps.Day(later.AddDays(7))}\"", await keeper.ReadAsync(repeated.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title", "", "填写名称")]
    [InlineData("Organization", "NOWHERE", "从列表中选择主办单位")]
    [InlineData("Seats", "0", "座位数填1到3000")]
    [InlineData("HoursPerHalfDay", "7", "学时填0到6的整数")]
    [InlineData("HalfDaysNeeded", "2", "不能多于全部半天的个数")]
    [InlineData("HalfDays[0].Ends", "13:59", "结束时间要晚于开始时间")]
    [InlineData("HalfDays[0].Begins", "", "每个半天都要填日期")]
    [InlineData("HalfDays[0].Day", "2031-01-01", "不在培训项目的周期内")]
    [InlineData("Kind", "Meeting", "会议学习要写议程")]
    [InlineData("Programme", "no-such", "提交的选项不在列表中")]
    public async Task Bad_input_is_named_and_nothing_is_planned(string field, string value, string message)
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var before = await app.WithDbAsync(db => db.TrainingSessions.CountAsync());

        using var answer = await keeper.PostAsync("/sessions", keeper.Fields(others: new() { [field] = value }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(before, await app.WithDbAsync(db => db.TrainingSessions.CountAsync()));
    }

    [Fact]
    public async Task Missing_people_of_a_target_are_proposed_no_two_of_a_school_and_seats_are_respected()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        var tomorrow = SessionSteps.Day(keeper.Today.AddDays(1));
        var code = await keeper.PlanAsync(new() { ["Title"] = "第一期轮训", ["Seats"] = "2", ["HalfDays[0].Day"] = tomorrow });
        var target = await app.WithDbAsync(db => db.CoverageTargets.Where(one => one.Year == 2026).Select(one => one.Slug).FirstAsync());

        var found = await keeper.ReadAsync($"/sessions/{code}/participants?Find=true&Target={target}&OnePerUnit=true");
        await keeper.CallAsync(code, SmallWorld.Principal, SmallWorld.Responsible, "vice-binhe", SmallWorld.WangchuanPrincipal);
        var home = await principal.ReadAsync("/");
        using var declined = await principal.PostAsync($"/sessions/{code}/answer", new() { ["accepts"] = "false", ["reason"] = "当天迎接检查" });
        var states = await StatesAsync(code);
        using var again = await principal.PostAsync($"/sessions/{code}/answer", new() { ["accepts"] = "true" });
        var list = await keeper.ReadAsync($"/sessions/{code}/participants?sort=State");
        using var noReason = await principal.PostAsync($"/sessions/{code}/answer", new() { ["accepts"] = "false" });

        Assert.Contains("沈知南", found, StringComparison.Ordinal);
        Assert.DoesNotContain("温以宁", found, StringComparison.Ordinal);
        Assert.DoesNotContain("易水寒", found, StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(found, "name=\"people\" value=\"[^\"]+\" checked"));
        Assert.Contains($"/sessions/{code}", home, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, declined.StatusCode);
        // The neighbour county's principal is out of reach and was passed over.
        Assert.Equal([ParticipantState.Called, ParticipantState.Called, ParticipantState.Declined], states.Values.Order());
        Assert.Equal(ParticipantState.Declined, states[WorldIds.Of("person", SmallWorld.Principal)]);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(ParticipantState.Waiting, (await StatesAsync(code))[WorldIds.Of("person", SmallWorld.Principal)]);
        Assert.Contains("候补1人", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_one_tells_why_and_a_moved_one_tells_so()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var principal = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var tomorrow = SessionSteps.Day(keeper.Today.AddDays(1));
        var code = await keeper.PlanAsync(new() { ["Title"] = "要取消的培训", ["HalfDays[0].Day"] = tomorrow });
        await keeper.CallAsync(code, SmallWorld.BinhePrincipal, SmallWorld.Principal);
        var participant = await app.WithDbAsync(db => db.Participants.Where(one => db.TrainingSessions.Any(s => s.Id == one.SessionId && s.Code == code) && one.PersonId == WorldIds.Of("person", SmallWorld.Principal)).Select(one => one.Id).SingleAsync());

        app.Clock.Move(TimeSpan.FromMinutes(1));
        using var moved = await keeper.PostAsync($"/sessions/{code}/details", keeper.Fields(others: new() { ["Version"] = "1", ["Title"] = "要取消的培训", ["Place"] = "第三十二中学", ["HalfDays[0].Day"] = tomorrow }));
        var told = await principal.ReadAsync("/");
        using var removed = await keeper.PostAsync($"/sessions/{code}/participants/{participant}/removal", []);
        using var noReason = await keeper.PostAsync($"/sessions/{code}/cancellation", new() { ["Version"] = "2" });
        using var cancelled = await keeper.PostAsync($"/sessions/{code}/cancellation", new() { ["Version"] = "2", ["Reason"] = "暴雨预警" });
        using var twice = await keeper.PostAsync($"/sessions/{code}/cancellation", new() { ["Version"] = "3", ["Reason"] = "暴雨预警" });
        var read = await principal.ReadAsync($"/sessions/{code}");

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Contains("时间或地点已改动", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("暴雨预警", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_find_nothing_whatever_they_ask()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var code = await keeper.PlanAsync();
        string[] pages = ["", "/details", "/participants", "/participants.csv", "/attendance", "/sheet", "/hall", "/hall/code", "/closing", $"/files/{Guid.NewGuid()}",
            "/papers", "/papers/printout", "/papers/1", "/papers/1/sitting", "/papers/keys", $"/papers/1/pictures/{new string('0', 64)}"];
        string[] steps = ["/details", "/participants", "/participants/guests", $"/participants/{Guid.NewGuid()}/removal", "/attendance", "/attendance/sheets", "/cancellation", "/reopening", "/batches", "/closing", "/files", $"/files/{Guid.NewGuid()}/removal", "/answer", "/arrival",
            "/papers", "/papers/1", "/papers/1/letters", "/papers/1/sitting"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/sessions/{code}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync($"/sessions/{code}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/sessions/NOSUCH22{page}")).StatusCode);
            Assert.StartsWith("/account/session", (await visitor.GetAsync($"/sessions/{code}{page}")).Headers.Location?.PathAndQuery);
        }

        foreach (var step in steps)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync($"/sessions/{code}{step}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync($"/sessions/{code}{step}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync($"/sessions/{code}{step}", [])).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/sessions/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/sessions.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.PostAsync("/sessions", [])).StatusCode);
        Assert.DoesNotContain(code, await neighbour.ReadAsync("/sessions?sort=nonsense&page=-3&q=%25"), StringComparison.Ordinal);
        Assert.Contains("没有通知你参加的集中培训", await learner.ReadAsync("/sessions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync($"/sessions/{code}/arrival")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync($"/sessions/NOSUCH22/arrival")).StatusCode);
    }

    private Task<Dictionary<Guid, ParticipantState>> StatesAsync(string code) => app.WithDbAsync(db =>
        db.Participants.AsNoTracking().Where(one => db.TrainingSessions.Any(session => session.Id == one.SessionId && session.Code == code)).ToDictionaryAsync(one => one.PersonId!.Value, one => one.State));
}

public sealed class PlanOnSqlite(SqliteApp app) : PlanTests(app), IClassFixture<SqliteApp>;

public sealed class PlanOnPostgres(PostgresApp app) : PlanTests(app), IClassFixture<PostgresApp>;
